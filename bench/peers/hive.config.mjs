// Hive Gateway's defaults, but for what is shared: SHARE_READS and SHARE_REQUESTS, true or false. By itself it shares reads, not requests.
export const gatewayConfig = {
  transportEntries: {
    '*.http': { options: { deduplicateInflightRequests: process.env.SHARE_READS === 'true' } },
  },
  inboundInflightRequestDeduplication: process.env.SHARE_REQUESTS === 'true',
};

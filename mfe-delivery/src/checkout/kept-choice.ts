import type { AddressDraft } from '../addresses/check-address.ts';

/**
 * What was entered so far, as long as this browser page lives: who comes back to the step finds it as it was, and what the order
 * service refused stands beside what was typed. Written in effects only, so never on the server, where visitors share the process.
 */
export const kept: { draft?: AddressDraft; picked?: string | undefined; method?: string | undefined } = {};

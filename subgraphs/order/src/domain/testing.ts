/** The events of one order, for given/when/then. */
import { customerId, type Instant, orderId, sku } from './ids.ts';
import { evolve, type Order, type OrderEvent } from './order.ts';

export const noon = '2026-11-21T12:00:00.000Z' as Instant;
export const customer = customerId('visitor-1');
export const stranger = customerId('visitor-2');
export const unitSku = sku('CLOCK-OAK');

const at = noon;

export const placed = (): OrderEvent => ({
  type: 'OrderPlaced',
  orderId: orderId('order-1'),
  number: 'A-2026-7KQ4MX',
  customerId: customer,
  idempotencyKey: 'key-0000000000000001',
  email: 'mina@example.com',
  currency: 'USD',
  lines: [
    {
      sku: unitSku,
      name: { en: 'Wall clock, oak', ko: '벽시계, 오크' },
      quantity: 2,
      prices: { KRW: 26_000, USD: 1_900 },
      weight: 800,
    },
  ],
  shipping: {
    method: 'standard',
    price: 250,
    recipient: 'Mina Park',
    country: 'KR',
    postcode: '04524',
    city: 'Seoul',
    line1: '110 Sejong-daero',
  },
  paymentToken: 'tok_visa_success',
  at,
});
export const allocated = (): OrderEvent => ({ type: 'StockAllocated', at });
export const confirmed = (): OrderEvent => ({ type: 'OrderConfirmed', chargeId: 'ch_1', at });
export const paymentUnavailable = (): OrderEvent => ({
  type: 'OrderRejected',
  rejection: { reason: 'PAYMENT_UNAVAILABLE' },
  at,
});
export const cancelled = (): OrderEvent => ({ type: 'OrderCancelled', by: customer, at });
export const returned = (refundId?: string): OrderEvent => ({
  type: 'PaymentReturned',
  ...(refundId !== undefined && { refundId }),
  at,
});
export const dispatched = (): OrderEvent => ({
  type: 'OrderDispatched',
  carrier: 'Hanbit',
  trackingNumber: 'HB-1',
  at,
});
export const delivered = (): OrderEvent => ({ type: 'OrderDelivered', at });

export function given(...events: [OrderEvent, ...OrderEvent[]]): Order {
  const [first, ...rest] = events;
  return rest.reduce<Order>(evolve, evolve(undefined, first));
}

/**
 * From order's own events to the ones that others hear. Two vocabularies on purpose: the stream holds the e-mail address
 * and the card's token, which are nobody else's business, and may change its shape without asking anyone.
 */
import type { NewEvent } from '@arcade/subgraph-kit/events';
import type { OrderEvents } from '../../events.ts';
import { type Order, type OrderEvent, orderTotal, orderWeight } from '../domain/order.ts';

/** @param order as it is after the event */
export function announcements(order: Order, event: OrderEvent): NewEvent[] {
  const { orderId, number, customerId, currency } = order;
  const lines = order.lines.map(({ sku, quantity }) => ({ sku, quantity }));
  const say = <Type extends keyof OrderEvents>(type: Type, data: OrderEvents[Type]): NewEvent[] => [
    { type, subject: orderId, data, time: new Date(event.at) },
  ];
  switch (event.type) {
    case 'OrderPlaced':
      return say('arcade.order.OrderPlaced.v1', { orderId, customerId, lines });
    case 'OrderConfirmed': {
      const { price: _, ...shipping } = order.shipping;
      const total = orderTotal(order).amount;
      const weight = orderWeight(order);
      const confirmed = { orderId, number, customerId, currency, total, weight, lines, shipping };
      return say('arcade.order.OrderConfirmed.v1', confirmed);
    }
    case 'OrderRejected':
      return say('arcade.order.OrderRejected.v1', { orderId, reason: event.rejection.reason });
    case 'OrderCancelled':
      return say('arcade.order.OrderCancelled.v1', { orderId, by: event.by });
    case 'StockAllocated':
    case 'PaymentReturned':
    case 'OrderDispatched':
    case 'OrderDelivered':
      return [];
  }
}

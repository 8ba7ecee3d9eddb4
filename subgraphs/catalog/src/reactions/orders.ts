import type { Executor } from '@arcade/subgraph-kit/database';
import type { EventHandler } from '@arcade/subgraph-kit/follow';
import { z } from 'zod';
import { allocateStock } from '../use-cases/allocate-stock.ts';
import type { Ports } from '../use-cases/ports.ts';
import { releaseStock } from '../use-cases/release-stock.ts';

const orderPlaced = z.object({
  orderId: z.string(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.int().positive() })).min(1),
});
const orderEnded = z.object({ orderId: z.string() });

/** What catalog does about orders, each in the transaction that records the event as handled. */
export function orderReactions(portsOn: (tx: Executor) => Ports): Record<string, EventHandler> {
  const release: EventHandler = (tx, event) =>
    releaseStock(portsOn(tx))(orderEnded.parse(event.data).orderId);
  return {
    'arcade.order.OrderPlaced.v1': (tx, event) => {
      const { orderId, lines } = orderPlaced.parse(event.data);
      return allocateStock(portsOn(tx))(orderId, lines);
    },
    'arcade.order.OrderRejected.v1': release,
    'arcade.order.OrderCancelled.v1': release,
  };
}

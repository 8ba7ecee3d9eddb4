/** What order does on catalog's events. A message may come twice or late; the decisions bear that. */
import type { EventHandler } from '@arcade/subgraph-kit/follow';
import { recordAllocation, recordShortage } from '../domain/decisions.ts';
import { productChanged, stockAllocated, stockShort } from './messages.ts';
import { change, type Reacting } from './reacting.ts';

export const onCatalog = (reacting: Reacting): Record<string, EventHandler> => ({
  async 'arcade.catalog.StockAllocated.v1'(tx, { data }) {
    const { orderId } = stockAllocated.parse(data);
    await change(reacting, tx, orderId, (order) => recordAllocation(order, reacting.now()));
  },
  async 'arcade.catalog.StockShort.v1'(tx, { data }) {
    const { orderId, lines } = stockShort.parse(data);
    await change(reacting, tx, orderId, (order) => recordShortage(order, lines, reacting.now()));
  },
  async 'arcade.catalog.ProductChanged.v1'(tx, { data, time }) {
    await reacting.copyOffers(tx, productChanged.parse(data), time);
  },
});

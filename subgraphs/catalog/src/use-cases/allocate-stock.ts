import type { CatalogEvent } from '../../events.ts';
import { allocate, type Line } from '../domain/stock.ts';
import { announceAvailability } from './announce-availability.ts';
import type { Ports } from './ports.ts';

/** Holds stock for all lines of a placed order or for none, and says which. An order is answered once. */
export const allocateStock =
  ({
    claimOrder,
    markShort,
    record,
    publish,
  }: Pick<Ports, 'claimOrder' | 'markShort' | 'record' | 'publish'>) =>
  async (orderId: string, lines: Line[]): Promise<void> => {
    const levels = await claimOrder(
      orderId,
      lines.map(({ sku }) => sku),
    );
    if (!levels) return;
    const answer = allocate(levels, orderId, lines);
    if ('short' in answer) {
      await markShort(orderId);
      const data = { orderId, lines: answer.short };
      await publish([{ type: 'arcade.catalog.StockShort.v1', subject: orderId, data }]);
      return;
    }
    await record(answer);
    const allocated: CatalogEvent = {
      type: 'arcade.catalog.StockAllocated.v1',
      subject: orderId,
      data: { orderId },
    };
    await publish([allocated, ...announceAvailability(levels, answer)]);
  };

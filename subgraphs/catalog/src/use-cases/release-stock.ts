import type { CatalogEvent } from '../../events.ts';
import { release } from '../domain/stock.ts';
import { announceAvailability } from './announce-availability.ts';
import type { Ports } from './ports.ts';

/**
 * Gives back what a rejected or cancelled order holds. A repeat changes nothing; when it comes before the order itself,
 * the order is never allocated.
 */
export const releaseStock =
  ({
    claimRelease,
    lockLevels,
    record,
    publish,
  }: Pick<Ports, 'claimRelease' | 'lockLevels' | 'record' | 'publish'>) =>
  async (orderId: string): Promise<void> => {
    const held = await claimRelease(orderId);
    if (!held) return;
    const levels = await lockLevels(held.map(({ sku }) => sku));
    const movements = release(orderId, held);
    await record(movements);
    const released: CatalogEvent = {
      type: 'arcade.catalog.StockReleased.v1',
      subject: orderId,
      data: { orderId },
    };
    await publish([released, ...announceAvailability(levels, movements)]);
  };

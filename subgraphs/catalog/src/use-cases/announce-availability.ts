import type { CatalogEvent } from '../../events.ts';
import { availability, available, type Movement, moved } from '../domain/stock.ts';
import type { LockedLevel } from './ports.ts';

/** What shoppers see of movements: variants that ran low, ran out or are there again. Most movements change nothing. */
export function announceAvailability(levels: LockedLevel[], movements: Movement[]): CatalogEvent[] {
  return levels.flatMap((level) => {
    const before = availability(available(level));
    const own = movements.filter(({ sku }) => sku === level.sku);
    const after = availability(available(own.reduce((now, movement) => moved(now, movement), level)));
    if (before === after) return [];
    const data = { productId: level.productId, sku: level.sku, availability: after };
    return [{ type: 'arcade.catalog.AvailabilityChanged.v1', subject: level.productId, data }];
  });
}

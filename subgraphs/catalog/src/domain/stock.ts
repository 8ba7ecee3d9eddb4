/**
 * Stock is a ledger of movements with the current level beside it. Available is what is on hand and not allocated to
 * an order; it is never below zero. A movement is appended and the level changed in one transaction, so the level is
 * always the sum of its movements.
 */
import type { StockBelowAllocated } from './refusal.ts';

export interface Level {
  sku: string;
  onHand: number;
  allocated: number;
}

export type Movement =
  /** Came in from a supplier; negative: written off. */
  | { type: 'received'; sku: string; quantity: number }
  | { type: 'allocated'; sku: string; quantity: number; orderId: string }
  | { type: 'released'; sku: string; quantity: number; orderId: string };

export interface Line {
  sku: string;
  quantity: number;
}

export interface Shortage {
  sku: string;
  requested: number;
  available: number;
}

export type Availability = 'IN_STOCK' | 'LOW_STOCK' | 'OUT_OF_STOCK';

/** From this many on a shopper is not told to hurry. */
const plenty = 6;

export const available = (level: Pick<Level, 'onHand' | 'allocated'>): number =>
  level.onHand - level.allocated;

export function availability(count: number): Availability {
  if (count <= 0) return 'OUT_OF_STOCK';
  return count < plenty ? 'LOW_STOCK' : 'IN_STOCK';
}

/** The best of several: a product can be bought while one of its variants can. */
export const bestAvailability = (counts: number[]): Availability => availability(Math.max(0, ...counts));

/** Allocates all lines of an order or none. A SKU without a level is one that the shop does not have. */
export function allocate(
  levels: Level[],
  orderId: string,
  lines: Line[],
): Movement[] | { short: Shortage[] } {
  const wanted = Map.groupBy(lines, (line) => line.sku);
  const asked = [...wanted].map(([sku, same]) => {
    const level = levels.find((candidate) => candidate.sku === sku);
    return {
      sku,
      requested: same.reduce((sum, line) => sum + line.quantity, 0),
      available: level ? available(level) : 0,
    };
  });
  const short = asked.filter((line) => line.requested > line.available);
  if (short.length > 0) return { short };
  return asked.map(({ sku, requested }) => ({ type: 'allocated', sku, quantity: requested, orderId }));
}

/** Gives back everything that an order still holds. */
export const release = (orderId: string, held: Line[]): Movement[] =>
  held.map(({ sku, quantity }) => ({ type: 'released', sku, quantity, orderId }));

/** Takes stock in, or writes it off. What is promised to orders cannot be written off. */
export function receive(level: Level, quantity: number): Movement | StockBelowAllocated {
  if (level.onHand + quantity < level.allocated) {
    return { refused: 'STOCK_BELOW_ALLOCATED', allocated: level.allocated };
  }
  return { type: 'received', sku: level.sku, quantity };
}

export function moved<Of extends Level>(level: Of, movement: Movement): Of {
  switch (movement.type) {
    case 'received':
      return { ...level, onHand: level.onHand + movement.quantity };
    case 'allocated':
      return { ...level, allocated: level.allocated + movement.quantity };
    case 'released':
      return { ...level, allocated: level.allocated - movement.quantity };
  }
}

/** By what lot a visitor gets releases. */
import { createHash } from 'node:crypto';

export interface Visitor {
  readonly id: string;
  /** A whole number below 2^32, drawn by lot: by it health reports name the visitor. */
  readonly lot: number;
  /** 0 to 9999, the end of the lot: decides which releases the visitor gets. */
  readonly number: number;
}

/** The lot is made of the id, so that every shell draws the same; 2^32 is no multiple of 10,000, which favours nobody by more than 1 in 400,000. */
export function visitor(id: string): Visitor {
  const lot = createHash('sha256').update(id).digest().readUInt32BE();
  return { id, lot, number: lot % 10_000 };
}

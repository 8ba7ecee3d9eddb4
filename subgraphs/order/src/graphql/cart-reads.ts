/** Reads of carts, at most one in flight for each visitor: a page and its slots ask for the same cart at the same moment. */
import type { Cart } from '../domain/cart.ts';
import type { CustomerId } from '../domain/ids.ts';

export class CartReads {
  readonly #inFlight = new Map<CustomerId, Promise<Cart>>();
  readonly #read: (visitor: CustomerId) => Promise<Cart>;

  constructor(read: (visitor: CustomerId) => Promise<Cart>) {
    this.#read = read;
  }

  of(visitor: CustomerId): Promise<Cart> {
    const known = this.#inFlight.get(visitor);
    if (known) return known;
    const read = this.#read(visitor).finally(() => {
      if (this.#inFlight.get(visitor) === read) this.#inFlight.delete(visitor);
    });
    this.#inFlight.set(visitor, read);
    return read;
  }

  /** To be said after a change: whoever asks from now on must not join a read that began before it. */
  changed(visitor: CustomerId): void {
    this.#inFlight.delete(visitor);
  }
}

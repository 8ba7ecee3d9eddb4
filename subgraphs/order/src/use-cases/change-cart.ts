/** Everything a visitor does to a cart. A change that was overtaken by another is decided again from the newer cart. */
import { acceptPrices, add, type Cart, type CartRefusal, type Offer, setQuantity } from '../domain/cart.ts';
import type { CustomerId, Sku } from '../domain/ids.ts';
import type { Carts } from './ports.ts';

/** Clicking faster than this many changes can be saved one after the other is not shopping. */
const ATTEMPTS = 20;

export const addToCart =
  (carts: Carts) =>
  (visitor: CustomerId, sku: Sku, quantity: number): Promise<Cart | CartRefusal> =>
    change(carts, visitor, (cart, offer) => add(cart, sku, quantity, offer), sku);

export const setCartQuantity =
  (carts: Carts) =>
  (visitor: CustomerId, sku: Sku, quantity: number): Promise<Cart | CartRefusal> =>
    change(carts, visitor, (cart, offer) => setQuantity(cart, sku, quantity, offer), sku);

export const acceptCartPrices =
  (carts: Carts) =>
  (visitor: CustomerId): Promise<Cart> =>
    change(carts, visitor, acceptPrices);

async function change<Refusal = never>(
  carts: Carts,
  visitor: CustomerId,
  decide: (cart: Cart, offer: Offer | undefined) => Cart | Refusal,
  sku?: Sku,
): Promise<Cart | Refusal> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { cart, offer } = await carts.read(visitor, sku);
    const changed = decide(cart, offer);
    if (!isCart(changed) || changed === cart) return changed;
    if (await carts.save(changed)) return { ...changed, version: cart.version + 1 };
  }
  throw new Error(`The cart changed ${ATTEMPTS} times while it was being changed`);
}

const isCart = (decided: unknown): decided is Cart =>
  typeof decided === 'object' && decided !== null && 'lines' in decided && 'version' in decided;

// Which variant each colour and each size leads to.
export interface Choosable {
  readonly sku: string;
  readonly availability: 'IN_STOCK' | 'LOW_STOCK' | 'OUT_OF_STOCK';
  readonly colour: { readonly code: string };
  readonly size?: { readonly code: string } | null;
}

/** One variant a colour, in the shop's order: of the size at hand, else the first that can be bought, else the first. */
export function coloursOf<V extends Choosable>(variants: readonly V[], chosen: Choosable): V[] {
  const byColour = Map.groupBy(variants, ({ colour }) => colour.code);
  return [...byColour.values()].flatMap((ofColour) => {
    const best =
      ofColour.find(({ size }) => size?.code === chosen.size?.code) ??
      ofColour.find(({ availability }) => availability !== 'OUT_OF_STOCK') ??
      ofColour[0];
    return best ? [best] : [];
  });
}

/** The sizes of the colour at hand. */
export function sizesOf<V extends Choosable>(variants: readonly V[], chosen: Choosable): V[] {
  return variants.filter(({ colour }) => colour.code === chosen.colour.code);
}

import type { Currency } from '../domain/product.ts';
import type { SearchFilter } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { facet, type Standing } from './standing.ts';

/**
 * How products stand to a choice of colour, price or availability. One variant must meet all of it: red and in stock is a
 * red one in stock. Undefined when nothing of the kind was chosen.
 */
export function variantChoice(
  index: SearchIndex,
  filter: SearchFilter,
  currency: Currency,
): ((row: number, failed: number, standing: Standing) => void) | undefined {
  const colours = index.colours.chosen(filter.colour);
  const { min = 0, max = Number.POSITIVE_INFINITY } = filter.price ?? {};
  const onlyAvailable = filter.available ?? false;
  if (!colours && !filter.price && !onlyAvailable) return undefined;
  const { firstVariant, colour, available } = index;
  const prices = index.price[currency];
  const bands = index.band[currency];

  return (row, productFailed, standing) => {
    let colourBits = 0;
    let bandBits = 0;
    let met = 0;
    let lowest = Number.MAX_SAFE_INTEGER;
    let highest = 0;
    const end = firstVariant[row + 1] ?? 0;
    for (let variant = firstVariant[row] ?? 0; variant < end; variant++) {
      const ofColour = colour[variant] ?? 0;
      const amount = prices[variant] ?? 0;
      const inStock = available[variant];
      const failed =
        productFailed |
        (colours && !colours[ofColour] ? facet.colour : 0) |
        (amount < min || amount > max ? facet.price : 0) |
        (onlyAvailable && !inStock ? facet.available : 0);
      // With one choice unmet it counts in that facet; with none in every; with more nowhere.
      if (failed === 0) {
        met |= facet.all | facet.category | facet.material;
        if (amount < lowest) lowest = amount;
        if (amount > highest) highest = amount;
      } else met |= failed & (failed - 1) ? 0 : failed & (facet.category | facet.material);
      if ((failed & ~facet.colour) === 0) colourBits |= 1 << ofColour;
      if ((failed & ~facet.price) === 0) bandBits |= 1 << (bands[variant] ?? 0);
      if (inStock && (failed & ~facet.available) === 0) met |= facet.available;
    }
    standing.colours = colourBits;
    standing.bands = bandBits;
    standing.met = met;
    standing.lowest = lowest;
    standing.highest = highest;
  };
}

/** A bit for each facet; `all` for a product that meets every choice. */
export const facet = { category: 1, material: 2, colour: 4, price: 8, available: 16, all: 32 } as const;

/**
 * How one product stands to the choices of a search. For each facet: does it meet all choices but this facet's own? Then
 * it counts there. Reused from product to product, since there are a hundred thousand of them in a few milliseconds.
 */
export interface Standing {
  /** Bits of the colours, and of the price bands, in which it counts. */
  colours: number;
  bands: number;
  /** Bits of `facet`: where else it counts. */
  met: number;
  /** Of the variants that meet every choice; of no meaning when there is none. */
  lowest: number;
  highest: number;
}

/** So many values fit into the bits of a number. A facet of more would be no help to anyone. */
export const mostValues = 32;

/** What is so of products when nothing that variants differ in was chosen: every variant meets every choice. */
export class ProductFacts {
  readonly colours: number[] = [];
  readonly bands: number[] = [];
  readonly available: boolean[] = [];
  readonly lowest: number[] = [];
  readonly highest: number[] = [];

  /** @param failed bits of the facets whose choice the product does not meet */
  standing(row: number, failed: number, standing: Standing): void {
    if (failed === 0) {
      standing.colours = this.colours[row] ?? 0;
      standing.bands = this.bands[row] ?? 0;
      standing.met =
        facet.all | facet.category | facet.material | (this.available[row] ? facet.available : 0);
      standing.lowest = this.lowest[row] ?? 0;
      standing.highest = this.highest[row] ?? 0;
      return;
    }
    standing.colours = 0;
    standing.bands = 0;
    standing.met = failed;
  }
}

/** Where a hit stands among the others: rank, then demand, then id, so that no two stand in one place. */
export type SortKey = readonly [rank: number, popularity: number, id: string];

/** Negative when `a` comes before `b`. */
const compare = (a: SortKey, b: SortKey): number =>
  b[0] - a[0] || b[1] - a[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);

/**
 * The first so many hits after a cursor, from hits that come in any order. A hit that is no better than the last one kept
 * costs one comparison. What is kept is one more than the page, to know whether there is a next one.
 */
export class Page {
  readonly #kept: SortKey[] = [];
  readonly #first: number;
  readonly #after: SortKey | undefined;

  constructor(first: number, after?: SortKey) {
    this.#first = first;
    this.#after = after;
  }

  offer(...hit: [rank: number, popularity: number, id: string]): void {
    const last = this.#kept[this.#first];
    if (last && compare(hit, last) > 0) return;
    if (this.#after && compare(hit, this.#after) <= 0) return;
    let at = this.#kept.length;
    for (let before = this.#kept[at - 1]; before && compare(hit, before) < 0; before = this.#kept[at - 1])
      at--;
    this.#kept.splice(at, 0, hit);
    if (last) this.#kept.pop();
  }

  result(): { hits: SortKey[]; hasNextPage: boolean } {
    return {
      hits: this.#kept.slice(0, this.#first),
      hasNextPage: this.#kept.length > this.#first,
    };
  }
}

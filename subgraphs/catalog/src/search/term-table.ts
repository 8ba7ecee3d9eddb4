/** Numbers the values of a facet in the order in which they are met. */
export class TermTable<T extends { code: string }> {
  readonly terms: T[] = [];
  readonly #most: number;
  readonly #numbers = new Map<string, number>();

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  number(term: T): number {
    const known = this.#numbers.get(term.code);
    if (known !== undefined) return known;
    if (this.terms.length >= this.#most)
      throw new RangeError(`${term.code} is one value too many: at most ${this.#most}`);
    const number = this.terms.push(term) - 1;
    this.#numbers.set(term.code, number);
    return number;
  }

  /** One flag for each number: whether it is among these codes. Undefined when nothing was chosen. */
  chosen(codes: readonly string[] | undefined): boolean[] | undefined {
    if (!codes || codes.length === 0) return undefined;
    const wanted = new Set(codes);
    return this.terms.map(({ code }) => wanted.has(code));
  }
}

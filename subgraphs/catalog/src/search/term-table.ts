/** Numbers the values of a facet in the order in which they are met. */
export class TermTable<T extends { code: string }> {
  readonly terms: T[] = [];
  readonly #numbers = new Map<string, number>();

  number(term: T): number {
    const known = this.#numbers.get(term.code);
    if (known !== undefined) return known;
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

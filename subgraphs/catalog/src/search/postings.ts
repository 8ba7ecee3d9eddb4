/** The products that hold a word, in the order of their rows, each with the word's weight: 4 bytes a product. */
export class Postings {
  static readonly heaviest = 15;

  length = 0;
  #packed = new Uint32Array(4);

  /** Rows come in ascending order. */
  add(row: number, weight: number): void {
    if (this.length === this.#packed.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#packed);
      this.#packed = larger;
    }
    this.#packed[this.length++] = row * 16 + weight;
  }

  row(index: number): number {
    return (this.#packed[index] ?? 0) >>> 4;
  }

  weight(index: number): number {
    return (this.#packed[index] ?? 0) & 15;
  }
}

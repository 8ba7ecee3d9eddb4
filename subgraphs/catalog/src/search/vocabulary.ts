import { editDistance, forgiven } from './edit-distance.ts';
import { isHangul, letters } from './words.ts';

/** A word of the vocabulary that answers a word of the query, and how well: 1 is the word itself. */
export interface Match {
  word: number;
  quality: number;
}

/** A prefix such as `c` has thousands of words; the most frequent of them say what it means. */
const widest = 256;

/** Every word of the catalogue, numbered, and the ways to find one that is half typed or mistyped. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  /** In how many products a word stands. */
  readonly frequency: number[] = [];
  /** Sets of letters as 32 bits: rules out nearly all words before their distance is measured. */
  readonly #letterSets: number[] = [];
  /** Numbers in the order of their words; made when it is asked for after a word was added. */
  #sorted: number[] = [];

  /** Gives the next number to a word that is new. */
  number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.frequency.push(0);
    this.#letterSets.push(letterSet(letters(word)));
    return number;
  }

  word(number: number): string {
    return this.#words[number] ?? '';
  }

  /** The word itself, words that begin with it, and Korean compounds that hold it; the best first. */
  matches(word: string): Match[] {
    const exact = this.#numbers.get(word);
    const found: Match[] = exact === undefined ? [] : [{ word: exact, quality: 1 }];
    const longer = this.#beginningWith(word).filter((number) => number !== exact);
    found.push(...this.#mostFrequent(longer).map((number) => ({ word: number, quality: 0.6 })));
    if (isHangul(word) && word.length > 1) {
      const compounds = [...this.#words.keys()].filter((number) => this.word(number).indexOf(word) > 0);
      found.push(...this.#mostFrequent(compounds).map((number) => ({ word: number, quality: 0.5 })));
    }
    return found.filter((match) => (this.frequency[match.word] ?? 0) > 0);
  }

  /** The nearest word within the typing errors that its length forgives; of several the most frequent. */
  correction(word: string): string | undefined {
    const typed = letters(word);
    const set = letterSet(typed);
    let limit = forgiven(typed.length);
    let best: number | undefined;
    for (let number = 0; number < this.#words.length && limit > 0; number++) {
      if ((this.frequency[number] ?? 0) === 0) continue;
      // An edit changes at most two members of the set.
      if (bitCount(set ^ (this.#letterSets[number] ?? 0)) > 2 * limit) continue;
      const distance = editDistance(typed, letters(this.word(number)), limit);
      if (distance > limit) continue;
      if (best === undefined || distance < limit || this.#isMoreFrequent(number, best)) best = number;
      limit = distance;
    }
    return best === undefined ? undefined : this.word(best);
  }

  #isMoreFrequent(one: number, other: number): boolean {
    return (this.frequency[one] ?? 0) > (this.frequency[other] ?? 0);
  }

  #mostFrequent(numbers: number[]): number[] {
    if (numbers.length <= widest) return numbers;
    return numbers.toSorted((a, b) => (this.frequency[b] ?? 0) - (this.frequency[a] ?? 0)).slice(0, widest);
  }

  #beginningWith(prefix: string): number[] {
    if (this.#sorted.length !== this.#words.length) {
      this.#sorted = [...this.#words.keys()].sort((a, b) => (this.word(a) < this.word(b) ? -1 : 1));
    }
    const start = this.#firstFrom(prefix);
    let end = start;
    while (end < this.#sorted.length && this.word(this.#sorted[end] ?? 0).startsWith(prefix)) end++;
    return this.#sorted.slice(start, end);
  }

  /** Where in the sorted words the first stands that is not before this text. */
  #firstFrom(text: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.word(this.#sorted[middle] ?? 0) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function letterSet(text: string): number {
  let set = 0;
  for (let index = 0; index < text.length; index++) set |= 1 << (text.charCodeAt(index) & 31);
  return set;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The read model of search: what is looked up, counted and sorted by, in flat arrays in memory. A product is a row, its
 * variants are a run of rows in the variant columns. Prices and stock change in place; texts, terms and the set of
 * variants are as they were when the product was met first, since nothing in the catalogue changes them.
 *
 * 100,000 products take about 0.2 GB of heap and 0.1 GB of buffers and are searched in a few milliseconds: docs/decisions/0003-search-read-model.md.
 */
import { bandOf } from '../domain/price-band.ts';
import {
  type Category,
  type Colour,
  type Currency,
  currencies,
  type Language,
  type Term,
  type Text,
} from '../domain/product.ts';
import type { ProductDocument, VariantDocument } from '../domain/product-document.ts';
import { Postings } from './postings.ts';
import { mostValues, ProductFacts } from './standing.ts';
import { TermTable } from './term-table.ts';
import { Vocabulary } from './vocabulary.ts';
import { words, writtenWords } from './words.ts';

/** What search needs of a product. */
export interface SearchDocument
  extends Pick<
    ProductDocument,
    'id' | 'type' | 'material' | 'popularity' | 'name' | 'summary' | 'description' | 'details'
  > {
  category: Pick<Category, 'handle' | 'name'>;
  createdAt: string | Date;
  variants: Pick<VariantDocument, 'colour' | 'prices' | 'available'>[];
}

/** Texts that many products share (colours, makers, care, whole paragraphs) are taken apart once. */
const rememberedTexts = 50_000;

/** Of the fields that hold a word the weightiest counts. At most `Postings.heaviest`. */
const fieldWeight = { name: 9, term: 6, summary: 3, detail: 2, description: 1 };

export class SearchIndex {
  readonly vocabulary = new Vocabulary();
  readonly categories = new TermTable<Term>();
  readonly materials = new TermTable<Term>();
  readonly colours = new TermTable<Colour>(mostValues);
  /** Words of names as they are written, by language: what is suggested. */
  readonly nameWords: Record<Language, Map<string, number>> = { en: new Map(), ko: new Map() };

  /** Product columns. */
  readonly ids: string[] = [];
  readonly category: number[] = [];
  readonly material: number[] = [];
  readonly popularity: number[] = [];
  readonly createdAt: number[] = [];
  /** Where a product's variants begin; they end where the next product's begin. */
  readonly firstVariant: number[] = [0];

  /** Variant columns. */
  readonly colour: number[] = [];
  readonly available: boolean[] = [];
  readonly price: Record<Currency, number[]> = { KRW: [], USD: [] };
  readonly band: Record<Currency, number[]> = { KRW: [], USD: [] };

  /** By currency, since the bands differ: what is so of a product as a whole. */
  readonly facts: Record<Currency, ProductFacts> = { KRW: new ProductFacts(), USD: new ProductFacts() };

  readonly #rowOf = new Map<string, number>();
  readonly #postings: Postings[] = [];
  readonly #remembered = new Map<string, number[]>();
  /** By word: the row that was given it last. */
  readonly #lastRowOf: number[] = [];

  get rows(): number {
    return this.ids.length;
  }

  postings(word: number): Postings | undefined {
    return this.#postings[word];
  }

  put(product: SearchDocument): void {
    const known = this.#rowOf.get(product.id);
    if (known !== undefined) {
      this.popularity[known] = product.popularity;
      this.#putVariants(known, product.variants);
      return;
    }
    const row = this.ids.push(product.id) - 1;
    this.#rowOf.set(product.id, row);
    const { handle, name } = product.category;
    this.category.push(this.categories.number({ code: handle, name }));
    this.material.push(this.materials.number(product.material));
    this.popularity.push(product.popularity);
    this.createdAt.push(new Date(product.createdAt).getTime());
    this.firstVariant.push(this.colour.length + product.variants.length);
    this.#putVariants(row, product.variants);
    this.#indexTexts(row, product);
  }

  #putVariants(row: number, variants: SearchDocument['variants']): void {
    const first = this.firstVariant[row] ?? 0;
    const numbers = variants.map(({ colour }) => this.colours.number(colour));
    for (const [offset, variant] of variants.entries()) {
      const at = first + offset;
      this.colour[at] = numbers[offset] ?? 0;
      this.available[at] = variant.available > 0;
      for (const currency of currencies) {
        this.price[currency][at] = variant.prices[currency];
        this.band[currency][at] = bandOf(variant.prices[currency], currency);
      }
    }
    for (const currency of currencies) {
      const facts = this.facts[currency];
      const prices = variants.map((variant) => variant.prices[currency]);
      facts.colours[row] = bits(numbers);
      facts.bands[row] = bits(prices.map((price) => bandOf(price, currency)));
      facts.available[row] = variants.some(({ available }) => available > 0);
      facts.lowest[row] = Math.min(...prices);
      facts.highest[row] = Math.max(...prices);
    }
  }

  #indexTexts(row: number, product: SearchDocument): void {
    const both = (text: Text) => [text.en, text.ko];
    // From heavy to light, so that the first weight of a word is its greatest.
    this.#indexFields(row, fieldWeight.name, [...both(product.name), product.type]);
    const terms = [product.category, product.material, ...product.variants.map(({ colour }) => colour)];
    this.#indexFields(
      row,
      fieldWeight.term,
      terms.flatMap(({ name }) => both(name)),
    );
    this.#indexFields(row, fieldWeight.summary, both(product.summary));
    this.#indexFields(
      row,
      fieldWeight.detail,
      product.details.flatMap(({ value }) => both(value)),
    );
    const { en, ko } = product.description;
    this.#indexFields(row, fieldWeight.description, [...en, ...ko]);
    for (const language of ['en', 'ko'] as const) {
      const counts = this.nameWords[language];
      for (const word of writtenWords(product.name[language])) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }

  #indexFields(row: number, weight: number, texts: string[]): void {
    for (const text of texts) {
      for (const word of this.#wordsOf(text)) {
        if (this.#lastRowOf[word] === row) continue;
        this.#lastRowOf[word] = row;
        this.#postings[word] ??= new Postings();
        this.#postings[word].add(row, weight);
        this.vocabulary.frequency[word] = (this.vocabulary.frequency[word] ?? 0) + 1;
      }
    }
  }

  #wordsOf(text: string): number[] {
    const remembered = this.#remembered.get(text);
    if (remembered) return remembered;
    const numbers = new Set(words(text).map((word) => this.vocabulary.number(word)));
    if (this.#remembered.size >= rememberedTexts) this.#remembered.clear();
    const found = [...numbers];
    this.#remembered.set(text, found);
    return found;
  }
}

const bits = (members: number[]): number => members.reduce((set, member) => set | (1 << member), 0);

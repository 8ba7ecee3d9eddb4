/** The nouns of the catalogue. Money is in integer minor units (KRW: won, USD: cents), weight in grams, packed. */

export const currencies = ['KRW', 'USD'] as const;
export type Currency = (typeof currencies)[number];
export type Prices = Record<Currency, number>;

export type Language = 'en' | 'ko';
/** The same text in each language of the shop. */
export type Text = Record<Language, string>;

/** A value that products are told apart, found and counted by: a size, a material. `code` is kebab-case, unique of its kind. */
export interface Term {
  code: string;
  name: Text;
}

export interface Colour extends Term {
  /** CSS colour, such as #c8452f. */
  swatch: string;
}

export interface Category {
  /** The last part of its page's address, kebab-case. */
  handle: string;
  name: Text;
  description: Text;
  /** Name of a picture; see `Variant.pictures`. */
  picture: string;
}

export interface Detail {
  label: Text;
  value: Text;
}

export interface Variant {
  /** Upper case letters, digits and hyphens, unique in the shop: CHR-HARU-OAK-RED. */
  sku: string;
  colour: string;
  /** Absent where the product comes in one size. */
  size?: string;
  prices: Prices;
  weight: number;
  /**
   * Gallery, first picture first, 1 to 6. A picture's name is kebab-case, tells all that is drawn and never
   * stands for another drawing: `chair-oak-vermilion-front-1` (ends in the version of the hand that draws it).
   * It is served as /media/<name>.svg.
   */
  pictures: string[];
}

export interface ProductTexts {
  name: Text;
  /** One line, at most 140 characters. */
  summary: Text;
  /** Paragraphs of plain text, at least one. */
  description: Record<Language, string[]>;
  details: Detail[];
}

export interface Product extends ProductTexts {
  id: string;
  /** The last part of its page's address, kebab-case, unique. */
  handle: string;
  category: string;
  /** What it is, such as 'chair'; products of one type are alike. */
  type: string;
  material: string;
  createdAt: Date;
  /** Orders by demand; higher sells better. */
  popularity: number;
  /** In the order that the shop shows them, 1 or more; each pair of colour and size once. */
  variants: Variant[];
}

/** What the shop opens with: the id is the catalogue's to give, the stock is the first delivery to the warehouse. */
export interface SeedProduct extends Omit<Product, 'id' | 'variants'> {
  variants: SeedVariant[];
}

export interface SeedVariant extends Variant {
  /** Pieces, 0 or more. */
  stock: number;
}

/** The lead story: a few editorial words about one product. */
export interface Lead {
  title: Text;
  text: Text;
  /** Handle of the product. */
  product: string;
}

/** Everything that a shop opens with. Every code and handle that a product names is in the lists beside it. */
export interface SeedCatalogue {
  /** In the order of the shop's navigation. */
  categories: Category[];
  colours: Colour[];
  /** From small to large. */
  sizes: Term[];
  materials: Term[];
  lead: Lead;
  /** Made while it is read, so that a large catalogue never stands in memory at once. */
  products: Iterable<SeedProduct>;
}

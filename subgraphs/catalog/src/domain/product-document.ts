import type { Category, Colour, ProductTexts, Term, Variant } from './product.ts';

/** A product as it is read: with its terms, its category and what can be bought. */
export interface ProductDocument extends ProductTexts {
  id: string;
  handle: string;
  category: Category;
  type: string;
  material: Term;
  popularity: number;
  /** RFC 3339. */
  createdAt: string;
  variants: VariantDocument[];
}

export interface VariantDocument extends Omit<Variant, 'colour' | 'size'> {
  colour: Colour;
  size: Term | null;
  available: number;
}

/** A product's page: with the products beside it, nearest first, at most `relatedLimit`. */
export interface ProductPage {
  product: ProductDocument;
  related: ProductDocument[];
}

export const relatedLimit = 12;

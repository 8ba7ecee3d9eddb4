/** How a range of the shop is written down: kinds of things, and the designs of each, in both languages. */
import type { MaterialCode } from '../art/materials.ts';
import type { PictureSpec, ProductType } from '../art/picture.ts';
import type { Text } from '../domain/product.ts';

export type SizeRun = 'threefold' | 'beds' | 'sheets';
export type Craft = 'wood' | 'clay' | 'metal' | 'cloth' | 'paper' | 'glass' | 'leather' | 'wax' | 'circuit';

export interface Design {
  readonly name: Text;
  /** Centimetres: width, depth and height; two figures for things that lie or hang flat. */
  readonly dimensions: readonly number[];
  /** Two, for its editions to take turns. */
  readonly summaries: readonly [Text, Text];
  readonly story: Text;
  /** Where this design comes in other materials than its kind. */
  readonly materials?: readonly MaterialCode[];
}

export interface Kind {
  readonly type: ProductType;
  /** Three letters that open its SKUs. */
  readonly code: string;
  readonly materials: readonly MaterialCode[];
  /** Won, in a middling material and size. */
  readonly price: number;
  /** Grams, packed, likewise. */
  readonly weight: number;
  readonly sizes?: SizeRun;
  /** Who makes it, where the material alone does not say. */
  readonly craft?: Craft;
  /** Where the material's own care will not do. */
  readonly care?: Text;
  /** What it is like to live with. */
  readonly uses: readonly Text[];
  /** The n-th design is what the n-th form of the drawing shows. */
  readonly designs: readonly Design[];
}

export interface Range {
  readonly handle: string;
  readonly name: Text;
  readonly description: Text;
  /** What stands for it in the shop's navigation. */
  readonly cover: Pick<PictureSpec, 'type' | 'form' | 'material' | 'colour'>;
  readonly kinds: readonly Kind[];
}

export const text = (en: string, ko: string): Text => ({ en, ko });

export const design = (
  en: string,
  ko: string,
  dimensions: readonly number[],
  summaries: Design['summaries'],
  story: Text,
  materials?: readonly MaterialCode[],
): Design => ({ name: { en, ko }, dimensions, summaries, story, ...(materials && { materials }) });

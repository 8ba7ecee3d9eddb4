/**
 * Pictures by name. A name says all that is drawn and by which version of the hand, so its drawing never changes:
 * `chair2-oak-walnut-m-front-v1`. Raise `version` with any change to a drawing.
 */
import { desk } from './drawings/desk.ts';
import { furniture } from './drawings/furniture.ts';
import { garden } from './drawings/garden.ts';
import { kitchen } from './drawings/kitchen.ts';
import { lighting } from './drawings/lighting.ts';
import { play } from './drawings/play.ts';
import { sound } from './drawings/sound.ts';
import { tableware } from './drawings/tableware.ts';
import { textile } from './drawings/textile.ts';
import { wear } from './drawings/wear.ts';
import { materialOf } from './materials.ts';
import { colourOf } from './palette.ts';
import { type Drawing, penFor } from './pen.ts';
import { detail, front, setting } from './sheet.ts';

export { sheet as pictureSize } from './sheet.ts';

export const version = 'v1';

export const drawings = {
  ...furniture,
  ...lighting,
  ...tableware,
  ...kitchen,
  ...desk,
  ...sound,
  ...textile,
  ...wear,
  ...garden,
  ...play,
} as const satisfies Record<string, Drawing>;

export type ProductType = keyof typeof drawings;

export const views = ['front', 'detail', 'setting'] as const;
export type View = (typeof views)[number];

/** How large a thing is drawn on its sheet. */
const scales = { s: 0.86, m: 1, l: 1.08 } as const;
export type Scale = keyof typeof scales;

export interface PictureSpec {
  type: ProductType;
  /** 1 to 3: which design of its type. */
  form: number;
  material: string;
  colour: string;
  scale: Scale;
  view: View;
}

export const pictureName = ({ type, form, material, colour, scale, view }: PictureSpec): string =>
  `${type}${form}-${material}-${colour}-${scale}-${view}-${version}`;

const isType = (word: string): word is ProductType => Object.hasOwn(drawings, word);
const isScale = (word: string): word is Scale => Object.hasOwn(scales, word);
const isView = (word: string): word is View => views.some((view) => view === word);

/** Undefined for what is no picture, or is one of another version. */
export function parsePictureName(name: string): PictureSpec | undefined {
  const match = /^([a-z]+)([1-3])-([a-z]+)-([a-z]+)-([a-z])-([a-z]+)-(v\d+)$/.exec(name);
  if (!match || match[7] !== version) return undefined;
  const [, type = '', form, material = '', colour = '', scale = '', view = ''] = match;
  if (!isType(type) || !isScale(scale) || !isView(view)) return undefined;
  if (!materialOf(material) || !colourOf(colour)) return undefined;
  return { type, form: Number(form), material, colour, scale, view };
}

/** A standalone SVG document of at most 4 KB, `pictureSize` large. */
export function drawPicture({ type, form, material, colour, scale, view }: PictureSpec): string {
  const drawing = drawings[type];
  const pen = penFor(material, colour, form);
  switch (view) {
    case 'front':
      return front(drawing, pen, scales[scale]);
    case 'detail':
      return detail(drawing, pen);
    case 'setting':
      return setting(drawing, pen, scales[scale]);
  }
}

const altViews = {
  front: { en: '', ko: '' },
  detail: { en: ', close up', ko: ', 가까이 본 모습' },
  setting: { en: ', set in the arcade', ko: ', 아케이드에 놓인 모습' },
} as const satisfies Record<View, { en: string; ko: string }>;

/** What the picture shows, for those who do not see it. */
export function pictureAlt({ type, material, colour, view }: PictureSpec, language: 'en' | 'ko'): string {
  const noun = drawings[type].noun[language];
  const of = materialOf(material)?.name[language] ?? '';
  const shade = colourOf(colour)?.name[language] ?? '';
  const end = altViews[view][language];
  return language === 'en'
    ? `${noun.charAt(0).toUpperCase()}${noun.slice(1)} of ${of.toLowerCase()} in ${shade.toLowerCase()}${end}`
    : `${shade} ${of} ${noun}${end}`;
}

/**
 * The hand that every object is drawn in: flat planes lit from the left, a second tone for shade, the material's
 * texture over both, and a thin ink line where it helps. Sheets are 400 by 500; things stand at y = 410.
 */
import { materialOf, type Texture } from './materials.ts';
import { colourOf, inks, isDark, mix } from './palette.ts';

/** An SVG element without its paint: `<rect x=…`. */
export type Shape = string;

export const path = (d: string): Shape => `<path d="${d}"`;
export const box = (x: number, y: number, width: number, height: number, radius = 0): Shape =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"${radius > 0 ? ` rx="${radius}"` : ''}`;
export const oval = (cx: number, cy: number, rx: number, ry = rx): Shape =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}"`;

export const flat = (shape: Shape, fill: string, opacity = 1): string =>
  `${shape} fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;

/** A stroke without fill. */
export const line = (d: string, width = 2, colour: string = inks.ink, opacity = 1): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;

export const group = (content: string, transform: string): string =>
  `<g transform="${transform}">${content}</g>`;

/** The same drawing for each value. */
export const each = <T>(values: readonly T[], draw: (value: T, at: number) => string): string =>
  values.map(draw).join('');

export interface Pen {
  /** 1, 2 or 3: which of a type's designs. */
  readonly form: number;
  readonly base: string;
  readonly shade: string;
  readonly light: string;
  readonly ground: string;
  /** Lines and signs upon the base, light or dark so that they are seen. */
  readonly mark: string;
  readonly texture: Texture;
  /** A plane of the object's material. */
  readonly skin: (shape: Shape, fill?: string) => string;
  /** A turned plane: the same, with its right third in shade. */
  readonly round: (shape: Shape, fill?: string) => string;
}

export function penFor(materialCode: string, colourCode: string, form: number): Pen {
  const colour = colourOf(colourCode);
  const material = materialOf(materialCode);
  if (!colour || !material)
    throw new RangeError(`no such colour or material: ${colourCode}, ${materialCode}`);
  const alpha = material.texture === 'glass' ? 'a8' : '';
  const base = colour.swatch + alpha;
  const skin = (shape: Shape, fill = base) =>
    flat(shape, fill) + (material.texture === 'matte' ? '' : flat(shape, 'url(#m)'));
  return {
    form,
    base,
    shade: colour.shade + alpha,
    light: mix(colour.swatch, '#fff6e6', 0.35),
    ground: colour.ground,
    mark: isDark(colour.swatch) ? inks.paper : inks.ink,
    texture: material.texture,
    skin,
    round: (shape, fill = base) => skin(shape, fill) + flat(shape, 'url(#s)'),
  };
}

interface Drawn {
  readonly noun: { readonly en: string; readonly ko: string };
  /** What the close-up looks at. */
  readonly focus: readonly [x: number, y: number];
  readonly draw: (pen: Pen) => string;
}

/** What a drawing is, so that a sheet can be laid out around it. `foot` is half the width of its shadow. */
export type Drawing =
  | (Drawn & { readonly stands: 'floor' | 'plinth'; readonly foot: number })
  /** On a wall, or laid flat and seen from above; hung from above. */
  | (Drawn & { readonly stands: 'wall' | 'hung' });

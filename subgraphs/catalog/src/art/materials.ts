/** What things are made of, and how the pen hints at it. */
export type Texture =
  | 'wood'
  | 'glaze'
  | 'glass'
  | 'metal'
  | 'woven'
  | 'knit'
  | 'grain'
  | 'speckle'
  | 'fibre'
  | 'matte';

export interface Material {
  readonly code: string;
  readonly name: { readonly en: string; readonly ko: string };
  readonly texture: Texture;
}

const material = <Code extends string>(code: Code, en: string, ko: string, texture: Texture) => ({
  code,
  name: { en, ko },
  texture,
});

export const materials = [
  material('oak', 'Oak', '참나무', 'wood'),
  material('ash', 'Ash', '물푸레나무', 'wood'),
  material('beech', 'Beech', '너도밤나무', 'wood'),
  material('bamboo', 'Bamboo', '대나무', 'wood'),
  material('cork', 'Cork', '코르크', 'speckle'),
  material('stoneware', 'Stoneware', '석기', 'speckle'),
  material('porcelain', 'Porcelain', '백자', 'glaze'),
  material('enamel', 'Enamelled steel', '법랑', 'glaze'),
  material('terracotta', 'Terracotta', '테라코타', 'speckle'),
  material('glass', 'Glass', '유리', 'glass'),
  material('steel', 'Steel', '강철', 'metal'),
  material('brass', 'Brass', '황동', 'metal'),
  material('aluminium', 'Aluminium', '알루미늄', 'metal'),
  material('iron', 'Cast iron', '무쇠', 'grain'),
  material('linen', 'Linen', '리넨', 'woven'),
  material('cotton', 'Cotton', '면', 'woven'),
  material('canvas', 'Canvas', '캔버스', 'woven'),
  material('silk', 'Silk', '실크', 'fibre'),
  material('wool', 'Wool', '울', 'knit'),
  material('felt', 'Wool felt', '펠트', 'fibre'),
  material('leather', 'Leather', '가죽', 'grain'),
  material('straw', 'Straw', '밀짚', 'knit'),
  material('paper', 'Paper', '종이', 'fibre'),
  material('hanji', 'Hanji', '한지', 'fibre'),
  material('beeswax', 'Beeswax', '밀랍', 'matte'),
  material('bioplastic', 'Bioplastic', '바이오 플라스틱', 'matte'),
] as const satisfies readonly Material[];

export type MaterialCode = (typeof materials)[number]['code'];

const byCode = new Map<string, Material>(materials.map((each) => [each.code, each]));

export const materialOf = (code: string): Material | undefined => byCode.get(code);

const stroke = (d: string, colour: string, width: number, opacity: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" opacity="${opacity}"/>`;

const tile = (width: number, height: number, content: string) =>
  `<pattern id="m" width="${width}" height="${height}" patternUnits="userSpaceOnUse">${content}</pattern>`;

/** A highlight with hard edges, as a printer would cut it: `from` to `to` in per cent of the shape's width. */
const gleam = (from: number, to: number, opacity: number) =>
  `<linearGradient id="m">${[from, from, to, to]
    .map(
      (at, n) =>
        `<stop offset="${at}%" stop-color="#fff" stop-opacity="${n === 1 || n === 2 ? opacity : 0}"/>`,
    )
    .join('')}</linearGradient>`;

/** The definition of paint server `#m`, laid over a plane of the object's colour. */
export function textureDefinition(texture: Texture, dark: string): string {
  switch (texture) {
    case 'wood':
      return tile(90, 26, stroke('M0 5q22 4 45 0t45 0M0 14q30-5 58 0t32 0M8 21q16 3 34 0', dark, 1.3, 0.45));
    case 'glaze':
      return gleam(10, 17, 0.55);
    case 'glass':
      return gleam(12, 22, 0.6);
    case 'metal':
      return gleam(18, 30, 0.4);
    case 'woven':
      return tile(7, 7, stroke('M0 1.5h7M1.5 0v7', dark, 1, 0.4));
    case 'knit':
      return tile(10, 9, stroke('M0 1l5 5 5-5', dark, 1.3, 0.45));
    case 'grain':
      return tile(11, 11, stroke('M2 3h1M8 2h1M5 7h1M10 9h1M1 10h1', dark, 1.4, 0.5));
    case 'speckle':
      return tile(
        37,
        31,
        stroke('M4 6h1M18 3h1.5M30 9h.5M10 18h.5M24 20h1M34 25h1M5 28h1M17 27h.5', '#2b2523', 2, 0.4),
      );
    case 'fibre':
      return tile(
        48,
        40,
        stroke('M3 6q8-3 13 1M26 14q6 4 14 1M8 27q9 2 15-2M33 34q5-4 11-1', dark, 0.9, 0.4),
      );
    case 'matte':
      return '';
  }
}

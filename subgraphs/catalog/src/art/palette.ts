/** The shop's colours. Every picture, swatch and colour facet comes from this list. */
export interface Colour {
  readonly code: string;
  readonly name: { readonly en: string; readonly ko: string };
  /** The lit plane of an object, and the swatch on screen. */
  readonly swatch: string;
  /** The plane turned away from the light. */
  readonly shade: string;
  /** The paper that this colour is printed on. */
  readonly ground: string;
}

const colour = <Code extends string>(
  code: Code,
  en: string,
  ko: string,
  swatch: string,
  shade: string,
  ground: string,
) => ({ code, name: { en, ko }, swatch, shade, ground });

export const colours = [
  colour('ivory', 'Ivory', '아이보리', '#f0e7d5', '#d8c9ad', '#d9c2a3'),
  colour('ink', 'Ink', '먹색', '#3a3533', '#262220', '#e3d9c6'),
  colour('vermilion', 'Vermilion', '주홍', '#c8452f', '#9b3120', '#f1ddc9'),
  colour('ochre', 'Ochre', '황토', '#d6a243', '#ad7c29', '#f1e5cb'),
  colour('moss', 'Moss', '이끼색', '#737e4b', '#545d35', '#e4e2c9'),
  colour('celadon', 'Celadon', '청자색', '#a5bfa9', '#7f9e87', '#efe4d1'),
  colour('indigo', 'Indigo', '쪽빛', '#374a72', '#252f4f', '#dfe0da'),
  colour('mist', 'Mist blue', '물안개색', '#98b5c6', '#7292a7', '#efe5d3'),
  colour('plum', 'Plum', '자두색', '#74424f', '#532c38', '#ecd9cf'),
  colour('blush', 'Blush', '살구색', '#dfab96', '#c08872', '#f4e8da'),
  colour('natural', 'Natural', '원목색', '#d0a56f', '#ad7f4b', '#f0e6d4'),
  colour('walnut', 'Walnut', '호두색', '#7d5339', '#5a3924', '#eadfcc'),
  colour('stone', 'Stone', '돌회색', '#a8a299', '#837d74', '#ebe5d8'),
  colour('brass', 'Brass', '놋쇠색', '#c59c4e', '#987330', '#e9e1cd'),
] as const satisfies readonly Colour[];

export type ColourCode = (typeof colours)[number]['code'];

const byCode = new Map<string, Colour>(colours.map((each) => [each.code, each]));

export const colourOf = (code: string): Colour | undefined => byCode.get(code);

/** The printer's own inks, the same on every sheet. */
export const inks = {
  ink: '#2b2523',
  paper: '#f7f0e3',
  accent: '#c8452f',
  wood: '#c99c66',
  woodShade: '#a3764a',
  steel: '#b9b7b0',
  leaf: '#6c7a4a',
  leafShade: '#515d37',
} as const;

/** Whether light marks stand out on it better than dark ones (perceived brightness, ITU-R BT.601). */
export function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

/** Mixes two #rrggbb colours; share 0 is all `a`, 1 all `b`. */
export function mix(a: string, b: string, share: number): string {
  const channel = (at: number) => {
    const from = Number.parseInt(a.slice(at, at + 2), 16);
    const to = Number.parseInt(b.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

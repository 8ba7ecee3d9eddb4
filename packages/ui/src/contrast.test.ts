// Holds the colours to WCAG 2.2: 4.5:1 for words (1.4.3), 3:1 for what shows a control or its state (1.4.11), in both themes.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunken'];
const words: ReadonlyArray<readonly [string, string]> = [
  ...papers.flatMap((paper) =>
    ['ink', 'ink-soft', 'accent', 'accent-deep', 'danger'].map((colour) => [colour, paper] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['accent-deep', 'accent-wash'],
  ['positive', 'positive-wash'],
  ['caution', 'caution-wash'],
  ['danger', 'danger-wash'],
  ['paper', 'ink'],
  ['paper-raised', 'danger'],
];
const controls = ['line-strong', 'accent', 'positive'].flatMap((colour) =>
  ['paper', 'paper-raised'].map((paper) => [colour, paper] as const),
);

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(words)('%s is readable on %s', (word, ground) => {
    expect(between(word, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(controls)('%s shows on %s', (edge, ground) => {
    expect(between(edge, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

function between(one: string, other: string, theme: 'light' | 'dark'): number {
  const [a, b] = [colours.get(one), colours.get(other)];
  if (!a || !b) throw new Error(`tokens.css has no pair for ${one} or ${other}`);
  return contrast(a[theme], b[theme]);
}

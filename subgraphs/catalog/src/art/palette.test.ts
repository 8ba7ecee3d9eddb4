import { expect, test } from 'vitest';
import { colours, isDark, mix } from './palette.ts';

test('mixes from one colour to the other', () => {
  expect(mix('#000000', '#ff8040', 0)).toBe('#000000');
  expect(mix('#000000', '#ff8040', 0.5)).toBe('#804020');
  expect(mix('#000000', '#ff8040', 1)).toBe('#ff8040');
});

test('tells dark colours from light ones', () => {
  const dark = colours.filter(({ swatch }) => isDark(swatch)).map(({ code }) => code);
  expect(dark).toEqual(['ink', 'vermilion', 'moss', 'indigo', 'plum', 'walnut']);
});

import { expect, test } from 'vitest';
import { type Choosable, coloursOf, sizesOf } from './choices.ts';

function variant(colour: string, size: string | null, availability: Choosable['availability'] = 'IN_STOCK') {
  return {
    sku: `${colour}-${size}`,
    colour: { code: colour },
    size: size ? { code: size } : null,
    availability,
  };
}

const redSmall = variant('red', 's');
const redLarge = variant('red', 'l');
const blueSmall = variant('blue', 's', 'OUT_OF_STOCK');
const blueLarge = variant('blue', 'l');
const greenSmall = variant('green', 's', 'OUT_OF_STOCK');
const greenMedium = variant('green', 'm');
const all = [redSmall, redLarge, blueSmall, blueLarge, greenSmall, greenMedium];

test('another colour keeps the size, also when it is sold out there', () => {
  expect(coloursOf(all, redSmall)).toEqual([redSmall, blueSmall, greenSmall]);
});

test('a colour that does not come in the size leads to one that can be bought', () => {
  expect(coloursOf(all, redLarge)).toEqual([redLarge, blueLarge, greenMedium]);
});

test('sizes are those of the colour at hand', () => {
  expect(sizesOf(all, blueLarge)).toEqual([blueSmall, blueLarge]);
});

test('a product in one size has one variant a colour', () => {
  const one = [variant('red', null), variant('blue', null)];
  expect(coloursOf(one, one[1] ?? redSmall)).toEqual(one);
});

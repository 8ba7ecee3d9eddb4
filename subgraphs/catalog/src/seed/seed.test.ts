import { expect, test } from 'vitest';
import { drawPicture, parsePictureName } from '../art/picture.ts';
import type { Language, SeedProduct } from '../domain/product.ts';
import { seedProducts } from './products.ts';
import { seedCatalogue } from './seed.ts';

const catalogue = seedCatalogue();
const products = [...catalogue.products];
const variants = products.flatMap((product) => product.variants);
const languages: Language[] = ['en', 'ko'];
const available = (product: SeedProduct) => product.variants.reduce((sum, { stock }) => sum + stock, 0);

test('opens with at least 240 products and 800 variants in 10 categories', () => {
  expect(products.length).toBeGreaterThanOrEqual(240);
  expect(variants.length).toBeGreaterThanOrEqual(800);
  expect(catalogue.categories).toHaveLength(10);
  for (const { handle } of catalogue.categories) {
    expect(products.filter(({ category }) => category === handle).length).toBeGreaterThanOrEqual(20);
  }
});

test.each(['tv', 'mask', 'notebook', 'table', 'clock'])('sells a %s', (type) => {
  expect(products.some((product) => product.type === type && available(product) > 0)).toBe(true);
});

test('handles and SKUs are unique and well written', () => {
  expect(new Set(products.map(({ handle }) => handle)).size).toBe(products.length);
  expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length);
  for (const { handle } of products) expect(handle).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const { sku } of variants) expect(sku).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);
});

test('every code that a product names is in the lists beside it', () => {
  const codes = (list: readonly { code: string }[]) => new Set(list.map(({ code }) => code));
  const [colours, sizes, materials] = [catalogue.colours, catalogue.sizes, catalogue.materials].map(codes);
  for (const product of products) {
    expect(materials).toContain(product.material);
    for (const { colour, size } of product.variants) {
      expect(colours).toContain(colour);
      if (size !== undefined) expect(sizes).toContain(size);
    }
    const pairs = product.variants.map(({ colour, size }) => `${colour} ${size}`);
    expect(new Set(pairs).size, product.handle).toBe(pairs.length);
  }
});

test('every picture is drawn in at most 4 KB, and another for each variant', () => {
  const pictures = new Set(variants.flatMap((variant) => variant.pictures));
  expect(pictures.size).toBeGreaterThan(variants.length);
  for (const name of [...pictures, ...catalogue.categories.map(({ picture }) => picture)]) {
    const spec = parsePictureName(name);
    if (!spec) throw new Error(`no such picture: ${name}`);
    expect(Buffer.byteLength(drawPicture(spec)), name).toBeLessThanOrEqual(4096);
  }
  for (const product of products) {
    const first = product.variants.map(({ pictures: [front] }) => front);
    expect(new Set(first).size, product.handle).toBe(product.variants.length);
  }
});

test('texts are whole, in both languages, and each in its own script', () => {
  for (const product of products) {
    for (const language of languages) {
      const texts = [
        product.name,
        product.summary,
        ...product.details.flatMap(({ label, value }) => [label, value]),
      ].map((text) => text[language]);
      expect(product.description[language]).toHaveLength(3);
      for (const words of [...texts, ...product.description[language]]) {
        expect(words, product.handle).toMatch(/\S/);
        expect(words, product.handle).not.toMatch(/[{}]|undefined| {2}/);
      }
      expect(product.summary[language].length).toBeLessThanOrEqual(140);
    }
    const english = [product.name.en, product.summary.en, ...product.description.en].join(' ');
    expect(english, product.handle).not.toMatch(/[가-힣]/);
    expect(
      [product.name.ko, product.summary.ko, ...product.description.ko].every((words) =>
        /[가-힣]/.test(words),
      ),
    ).toBe(true);
  }
});

test('no two products have the same name or the same line', () => {
  for (const language of languages) {
    expect(new Set(products.map(({ name }) => name[language])).size).toBe(products.length);
    expect(new Set(products.map(({ summary }) => summary[language])).size).toBe(products.length);
  }
});

test('stock is plentiful, low and none; a few products are sold out', () => {
  const share = (of: (stock: number) => boolean) =>
    variants.filter(({ stock }) => of(stock)).length / variants.length;
  expect(share((stock) => stock === 0)).toBeGreaterThan(0.03);
  expect(share((stock) => stock >= 1 && stock <= 5)).toBeGreaterThan(0.05);
  expect(share((stock) => stock > 5)).toBeGreaterThan(0.6);
  const soldOut = products.filter((product) => available(product) === 0).length;
  expect(soldOut).toBeGreaterThanOrEqual(3);
  expect(soldOut).toBeLessThan(products.length * 0.08);
});

test('prices are round in each currency, and not one times a rate', () => {
  for (const { prices, weight } of variants) {
    expect(prices.KRW % (prices.KRW < 30_000 ? 500 : 1_000)).toBe(0);
    expect([0, 50, 90]).toContain(prices.USD % 100);
    expect(weight).toBeGreaterThanOrEqual(50);
    expect(Number.isInteger(weight)).toBe(true);
  }
  expect(
    new Set(variants.map(({ prices }) => Math.round((prices.KRW / prices.USD) * 10))).size,
  ).toBeGreaterThan(20);
});

test('a larger size costs more and weighs more', () => {
  const order = new Map(catalogue.sizes.map(({ code }, at) => [code, at]));
  for (const product of products) {
    for (const one of product.variants) {
      for (const other of product.variants) {
        if (
          one.colour !== other.colour ||
          (order.get(one.size ?? '') ?? 0) >= (order.get(other.size ?? '') ?? 0)
        )
          continue;
        expect(other.prices.KRW, other.sku).toBeGreaterThan(one.prices.KRW);
        expect(other.weight, other.sku).toBeGreaterThan(one.weight);
      }
    }
  }
});

test('products came over a year; a few sell far better than most', () => {
  const days = products.map(({ createdAt }) => createdAt.getTime() / 86_400_000);
  expect(Math.max(...days) - Math.min(...days)).toBeGreaterThan(330);
  const popularity = products.map((product) => product.popularity).toSorted((a, b) => b - a);
  const sum = (list: number[]) => list.reduce((total, each) => total + each, 0);
  expect(sum(popularity.slice(0, popularity.length / 5))).toBeGreaterThan(sum(popularity) * 0.5);
});

test('the lead story is about a product that can be bought', () => {
  const lead = products.find(({ handle }) => handle === catalogue.lead.product);
  expect(lead && available(lead)).toBeGreaterThan(0);
  expect(catalogue.lead.title.ko).toMatch(/[가-힣]/);
});

test('the same seed gives the same products, however many are asked for; another seed gives others', () => {
  const few = [...seedProducts({ count: 30, seed: 7 })];
  expect([...seedProducts({ count: 60, seed: 7 })].slice(0, 30)).toEqual(few);
  expect([...seedProducts({ count: 30, seed: 8 })]).not.toEqual(few);
});

// 4 s of processor time; the limit leaves room for a machine that is busy with the other workspaces.
test('scales to 100,000 products with unique handles and SKUs', () => {
  const handles = new Set<string>();
  const skus = new Set<string>();
  let sold = 0;
  for (const product of seedProducts({ count: 100_000 })) {
    handles.add(product.handle);
    for (const { sku } of product.variants) skus.add(sku);
    sold += product.variants.length;
  }
  expect(handles.size).toBe(100_000);
  expect(skus.size).toBe(sold);
}, 120_000);

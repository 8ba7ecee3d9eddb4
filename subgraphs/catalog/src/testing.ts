/** For tests: a small catalogue whose every figure a test can know, in a database of its own. */
import { type TestDatabase, testDatabase } from '@arcade/subgraph-kit/testing';
import { fill, migrations } from './catalog.ts';
import type { Category, SeedCatalogue, SeedProduct, SeedVariant, Term, Text } from './domain/product.ts';
import * as tables from './postgres/tables.ts';

export const text = (en: string, ko: string): Text => ({ en, ko });
const term = (code: string, en: string, ko: string): Term => ({ code, name: text(en, ko) });
const category = (handle: string, en: string, ko: string): Category => ({
  handle,
  name: text(en, ko),
  description: text(`${en} of the arcade.`, `아케이드의 ${ko}.`),
  picture: 'chair1-oak-vermilion-m-front-v1',
});

let made = 0;

export function aVariant(given: Partial<SeedVariant> = {}): SeedVariant {
  made++;
  return {
    sku: `SKU-${made}`,
    colour: 'vermilion',
    prices: { KRW: 50_000, USD: 40_00 },
    weight: 1_000,
    pictures: ['chair1-oak-vermilion-m-front-v1', 'chair1-oak-vermilion-m-detail-v1'],
    stock: 10,
    ...given,
  };
}

export function aProduct(given: Partial<SeedProduct> = {}): SeedProduct {
  made++;
  return {
    handle: `product-${made}`,
    category: 'furniture',
    type: 'thing',
    material: 'oak',
    name: text(`Thing ${made}`, `물건 ${made}`),
    summary: text('A thing.', '물건입니다.'),
    description: { en: ['It is a thing.'], ko: ['물건입니다.'] },
    details: [{ label: text('Made in', '제조국'), value: text('Seoul', '서울') }],
    createdAt: new Date(Date.UTC(2026, 0, 1) + made * 60_000),
    popularity: made,
    variants: [aVariant()],
    ...given,
  };
}

export const aCatalogue = (products: SeedProduct[]): SeedCatalogue => ({
  categories: [category('furniture', 'Furniture', '가구'), category('paper', 'Paper goods', '지류')],
  colours: [
    { ...term('vermilion', 'Vermilion', '주홍'), swatch: '#c8452f' },
    { ...term('ink', 'Ink', '먹색'), swatch: '#22242a' },
  ],
  sizes: [term('small', 'Small', '작은'), term('large', 'Large', '큰')],
  materials: [term('oak', 'Oak', '참나무'), term('paper', 'Paper', '종이')],
  lead: {
    title: text('Look', '보세요'),
    text: text('At this.', '이것을.'),
    product: products[0]?.handle ?? '',
  },
  products,
});

/** A database that holds these products; drop it afterwards. */
export async function catalogueOf(...products: SeedProduct[]): Promise<TestDatabase<typeof tables>> {
  const db = await testDatabase({ migrations, schema: tables });
  await fill(db, aCatalogue(products));
  return db;
}

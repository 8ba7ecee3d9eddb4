// The table of checks in README.md: what it says of a bad release is what the check says, and the good twin is let through without a word.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Manifest } from '@arcade/mfe-kit/manifest';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { checkFrontend, checkFrontendFiles, checkSubgraph } from './check.ts';
import type { Finding, World } from './finding.ts';
import { asks, live, release, sha256, world, worldOfSubgraphs } from './test-world.ts';

/** In the order of the table. */
const rows: (() => Pair | Promise<Pair>)[] = [
  () => operations(asks('query P { product { matreials } }'), asks('query P { product { materials } }')),
  () => operations(asks('query P { product { material } }'), asks('query P { product { materials } }')),
  () => {
    const text = 'query P { product { materials } }';
    return operations({ [sha256('another text')]: text }, { [sha256(text)]: text });
  },
  () => ({
    bad: checkSubgraph(
      subgraph('order', order.replace('inCart: Int', 'weight: String!')),
      shop('query P { home { __typename } }'),
    ),
    good: checkSubgraph(
      subgraph('order', order.replace('inCart: Int', 'inCart: Int wished: Int')),
      shop('query P { home { __typename } }'),
    ),
  }),
  () => schema('query ProductPage { product { material } }', ['material: String!', ''], ['weight: Int!', '']),
  () =>
    schema(
      'query ProductPage { product { summary note } }',
      ['summary: String!', 'summary: String'],
      ['note: String', 'note: String!'],
    ),
  () =>
    schema(
      'query HomePage { home { newest { id } } }',
      ['first: Int! = 8', 'first: Int! = 12'],
      ['first: Int! = 8', 'first: Int! = 8, fresh: Boolean = false'],
    ),
  () =>
    schema(
      'query Search($filter: Filter) { products(filter: $filter) { id } }',
      ['material: String }', 'material: String, colour: String! }'],
      ['material: String }', 'material: String, colour: String }'],
    ),
  () =>
    schema(
      'query ProductPage { product { availability } }',
      ['IN_STOCK', 'IN_STOCK PREORDER'],
      ['NEWEST', 'NEWEST NAME'],
    ),
  () => {
    const page = (path: string) =>
      release('mfe-order', '2', { pages: { 'order.product': { path, expose: './product' } } });
    const catalog = release('mfe-catalog', '1', {
      pages: { 'catalog.product': { path: '/p/:handle', expose: './product' } },
    });
    return frontend(page('/P/:id'), page('/orders/:id'), { live: [live(catalog)] });
  },
  () => {
    const naming = (slot: string) => release('mfe-catalog', '2', { uses: { [slot]: { input: {} } } });
    const delivery = release('mfe-delivery', '1', {
      slots: { 'product.delivery': { expose: './slot', input: {} } },
    });
    return frontend(naming('product.purchase'), naming('product.delivery'), { live: [live(delivery)] });
  },
  () => {
    const taking = (input: Record<string, string>) =>
      release('mfe-order', '2', { slots: { 'product.purchase': { expose: './slot', input } } });
    const catalog = release('mfe-catalog', '1', {
      uses: { 'product.purchase': { input: { handle: 'string' } } },
    });
    const before = release('mfe-order', '1', {
      slots: { 'product.purchase': { expose: './slot', input: { handle: 'string' } } },
    });
    return frontend(
      taking({ handle: 'string', sku: 'string' }),
      taking({ handle: 'string', sku: 'string?' }),
      { live: [live(catalog), live(before)] },
    );
  },
  () => {
    const needing = (requiredVersion: string) =>
      release('mfe-order', '2', { shared: { react: { requiredVersion, singleton: true } } });
    return frontend(needing('^20.0.0'), needing('^19.2.0'), {
      shell: { version: '5', shared: { react: '19.3.1' }, uses: {} },
    });
  },
  () =>
    frontend(
      weighing('2', { 'client/cart.js': 5, 'client/moment.js': 20 }),
      weighing('2', { 'client/cart.js': 5 }),
    ),
  () =>
    frontend(weighing('2', { 'client/cart.js': 12 }), weighing('2', { 'client/cart.js': 9.5 }), {
      live: [live(weighing('1', { 'client/cart.js': 9 }))],
    }),
  () => files({ 'client/cart.js': 'export const cart = 1;' }, { 'client/cart.js': 'export const' }),
  () =>
    files({ 'server/cart.cjs': `const key = "AKIA${'QWERTYUIOP234567'}";` }, undefined, {
      'server/cart.cjs': 'const key = process.env.KEY;',
    }),
  () => {
    const map = { version: 3, sources: ['cart.ts'], mappings: '' };
    const withSources = JSON.stringify({ ...map, sourcesContent: ['const a = 1;'] });
    return files({ 'client/cart.js.map': withSources }, undefined, {
      'client/cart.js.map': JSON.stringify(map),
    });
  },
];

interface Pair {
  bad: Finding[];
  good: Finding[];
}

const table = tableOfChecks(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'));

test('each row of the table is tried here', () => {
  expect(table).toHaveLength(rows.length);
});

test.for(table)('$check: $looksAt', async ({ at, check, severity, said }) => {
  const { bad, good } = (await rows[at]?.()) ?? { bad: [], good: [] };
  expect(good).toEqual([]);
  expect(bad).toEqual([expect.objectContaining({ check, severity, message: said })]);
  expect(bad[0]?.remedy).toMatch(/\w.*\.$/);
});

/** A check that has several rows is named in the first of them. */
function tableOfChecks(readme: string) {
  const [, section = ''] = /^## Checks\n(.*?)^## /ms.exec(readme) ?? [];
  const [, ...lines] = section.matchAll(/^\| ([a-z]*) *\| (.*?) *\| (.*?) *\|.*\|$/gm);
  let check = '';
  return lines.map(([, name, looksAt = '', said = ''], at) => {
    check = name || check;
    return { at, check, looksAt, severity: looksAt.endsWith(': a warning') ? 'warning' : 'refusal', said };
  });
}

function frontend(bad: Manifest, good: Manifest, facts: Partial<World> = {}): Pair {
  return { bad: checkFrontend(bad, world(facts)), good: checkFrontend(good, world(facts)) };
}

function operations(bad: Manifest['operations'], good: Manifest['operations']): Pair {
  const live1 = buildSchema(
    'type Product { material: ID @deprecated(reason: "Use materials.") materials: [ID!]! } type Query { product: Product }',
  );
  const cart = release('mfe-order', '7', { operations: asks('query CartPage { product { material } }') });
  const of = (operations: Manifest['operations']) => release('mfe-catalog', '2', { operations });
  return frontend(of(bad), of(good), { supergraphs: [{ name: 'live', schema: live1 }], live: [live(cart)] });
}

const catalog = `type Query { home: Home! product: Product products(filter: Filter, sort: Sort): [Product!]! }
type Home { newest(first: Int! = 8): [Product!]! }
type Product @key(fields: "id") { id: ID! material: String! weight: Int! summary: String! note: String availability: Availability! }
enum Availability { IN_STOCK SOLD_OUT }
enum Sort { NEWEST PRICE }
input Filter { material: String }`;
const order = 'type Query { cart: Product } type Product @key(fields: "id") { id: ID! inCart: Int }';

const subgraph = (name: string, sdl: string) => ({
  unit: `subgraphs/${name}`,
  version: '2',
  sdl,
  url: 'http://new',
});

/** The shop of the subgraphs above, where a screen that everybody has asks this. */
const shop = (operation: string): World =>
  worldOfSubgraphs(
    { catalog, order },
    { live: [live(release('mfe-catalog', '1', { operations: asks(operation) }))] },
  );

/** A catalog in which one thing is written differently, in a bad way and in a good one. */
function schema(operation: string, bad: [was: string, is: string], good: [was: string, is: string]): Pair {
  const check = ([was, is]: [string, string]) => {
    expect(catalog).toContain(was);
    return checkSubgraph(subgraph('catalog', catalog.replace(was, is)), shop(operation));
  };
  return { bad: check(bad), good: check(good) };
}

function weighing(version: string, kibibytes: Readonly<Record<string, number>>): Manifest {
  const facts = Object.entries({ 'client/remoteEntry.js': 3, ...kibibytes }).map(([file, size]) => [
    file,
    { integrity: '', size: size * 4096, brotliSize: size * 1024 },
  ]);
  return release('mfe-order', version, {
    exposes: { './order.cart': { js: Object.keys(kibibytes), css: [] } },
    files: Object.fromEntries(facts),
  });
}

/** A release as it was built, with other files in the folder if given; the twin has these files. */
async function files(
  built: Record<string, string>,
  inFolder: Record<string, string> = built,
  twin: Record<string, string> = built,
): Promise<Pair> {
  const check = (listed: Record<string, string>, there: Record<string, string>) => {
    const entries = {
      'client/remoteEntry.js': 'var mfe_order;',
      'server/remoteEntry.cjs': 'exports.it = 1;',
    };
    const facts = Object.entries({ ...entries, ...listed }).map(([file, content]) => [
      file,
      {
        integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
        size: Buffer.byteLength(content),
        brotliSize: brotliCompressSync(content).length,
      },
    ]);
    const manifest = release('mfe-order', '2', { files: Object.fromEntries(facts) });
    const found: Record<string, string> = { ...entries, ...there };
    return checkFrontendFiles(manifest, async (file) => {
      const content = found[file];
      return content === undefined ? undefined : Buffer.from(content);
    });
  };
  return { bad: await check(built, inFolder), good: await check(twin, twin) };
}

import { parse } from 'regexparam';
import { expect, test } from 'vitest';
import { checkRoutes, commonAddress } from './routes.ts';
import { live, release, world } from './test-world.ts';

const withPage = (unit: string, name: string, path: string, version = '1') =>
  release(unit, version, { pages: { [name]: { path, expose: `./${name}` } } });

const catalog = withPage('mfe-catalog', 'catalog.product', '/p/:handle');

test('a page at an address of its own may be released', () => {
  const order = withPage('mfe-order', 'order.cart', '/cart');
  expect(checkRoutes(order, world({ live: [live(catalog)] }))).toEqual([]);
});

test('two pages of different units at the same pattern are refused, whatever their parameters are called', () => {
  const order = withPage('mfe-order', 'order.product', '/P/:id');
  expect(checkRoutes(order, world({ live: [live(catalog)] }))).toEqual([
    {
      check: 'routes',
      severity: 'refusal',
      unit: 'mfe-order',
      release: '1',
      message:
        '/P/:id (order.product) and /p/:handle (catalog.product of mfe-catalog 1) both answer to /p/x, and nothing tells which of them is meant.',
      remedy: expect.stringContaining('Give order.product a path of its own'),
    },
  ]);
});

test('a literal path wins in the shell: it takes an address away from the other unit, which is a warning', () => {
  const order = withPage('mfe-order', 'order.new', '/p/new');
  expect(checkRoutes(order, world({ live: [live(catalog)] }))).toMatchObject([
    {
      severity: 'warning',
      message: expect.stringContaining(
        'order.new has fewer parameters and gets it, catalog.product never does',
      ),
    },
  ]);
});

test('equally many parameters at different places are ambiguous', () => {
  const order = withPage('mfe-order', 'order.new', '/:kind/new');
  expect(checkRoutes(order, world({ live: [live(catalog)] }))).toMatchObject([
    { severity: 'refusal', message: expect.stringContaining('both answer to /p/new') },
  ]);
});

test('a unit may have a literal beside a parameter, but not two pages at one pattern', () => {
  const pages = (other: string) =>
    release('mfe-order', '2', {
      pages: {
        'order.order': { path: '/orders/:id', expose: './order.order' },
        'order.other': { path: other, expose: './order.other' },
      },
    });
  expect(checkRoutes(pages('/orders/last'), world())).toEqual([]);
  expect(checkRoutes(pages('/orders/:number'), world())).toMatchObject([{ severity: 'refusal' }]);
});

test('only releases that meet count: its own predecessor does not', () => {
  const now = world({ live: [live(catalog)] });
  expect(checkRoutes(withPage('mfe-catalog', 'catalog.product', '/p/:handle', '2'), now)).toEqual([]);
});

test('a candidate of another unit counts as its stable release does, and each collision is said once', () => {
  const candidate = withPage('mfe-delivery', 'delivery.tracking', '/tracking/:id', '2');
  const now = world({
    live: [live(catalog), live(release('mfe-delivery', '1'), 90), live(candidate, 10)],
    combinations: [
      { 'mfe-catalog': '1', 'mfe-delivery': '2' },
      { 'mfe-catalog': '1', 'mfe-delivery': '1' },
      { 'mfe-delivery': '2' },
    ],
  });
  expect(checkRoutes(withPage('mfe-order', 'order.tracking', '/tracking/:order'), now)).toMatchObject([
    { severity: 'refusal', message: expect.stringContaining('delivery.tracking of mfe-delivery 2') },
  ]);
});

test('an address that two patterns share is one that both match', () => {
  const patterns = [
    '/',
    '/p',
    '/p/:a',
    '/:a',
    '/:a?',
    '/p/:a?',
    '/p/:a/:b?',
    '/p/*',
    '/*',
    '/*?',
    '/p/*?',
    '/p/new',
  ];
  patterns.push('/:a/new', '/p/*/edit', '/p/:a.svg', '/p/x.svg', '/p/:a.mp4', '/q/:a/new', '/p/:a?/new');
  for (const a of patterns) {
    for (const b of patterns) {
      const address = commonAddress(a, b);
      expect(commonAddress(b, a) === undefined).toBe(address === undefined);
      if (address === undefined) continue;
      expect(address).toMatch(parse(a).pattern);
      expect(address).toMatch(parse(b).pattern);
    }
  }
});

test('patterns that share an address are found', () => {
  // Every address of up to three segments from these words is tried.
  const words = ['p', 'q', 'new', 'edit', 'x', 'x.svg'];
  const longer = (paths: string[]) => paths.flatMap((path) => words.map((word) => `${path}/${word}`));
  const addresses = ['/', ...longer(['']), ...longer(longer([''])), ...longer(longer(longer([''])))];
  const patterns = [
    '/',
    '/p',
    '/p/:a',
    '/:a',
    '/:a?',
    '/p/:a/:b?',
    '/p/*',
    '/*',
    '/*?',
    '/p/*?',
    '/p/new',
    '/:a/new',
  ];
  patterns.push('/p/*/edit', '/p/:a.svg', '/p/x.svg', '/q/:a/new', '/p/:a?/new');
  for (const a of patterns) {
    for (const b of patterns) {
      const shared = addresses.some((path) => parse(a).pattern.test(path) && parse(b).pattern.test(path));
      if (shared) expect([a, b, commonAddress(a, b)]).not.toContain(undefined);
    }
  }
});

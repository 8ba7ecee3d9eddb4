import type { Manifest } from '@arcade/mfe-kit/manifest';
import { expect, test } from 'vitest';
import { checkShellSlots, checkSlots } from './slots.ts';
import { live, release, world } from './test-world.ts';

const slot = 'product.purchase';

const catalog = (version: string, use: Manifest['uses'][string]) =>
  release('mfe-catalog', version, { uses: { [slot]: use } });
const order = (version: string, offer: Manifest['uses'][string]) =>
  release('mfe-order', version, { slots: { [slot]: { expose: `./${slot}`, ...offer } } });

const handle = { input: { handle: 'string' } };
const handleAndSku = { input: { handle: 'string', sku: 'string' } };

test('a page that names a slot as it is offered may be released', () => {
  const now = world({ live: [live(order('1', handle))] });
  expect(checkSlots(catalog('2', handle), now)).toEqual([]);
});

test('a page that names a slot which nobody offers is refused', () => {
  expect(checkSlots(catalog('2', handle), world({ live: [live(release('mfe-order', '1'))] }))).toEqual([
    {
      check: 'slots',
      severity: 'refusal',
      unit: 'mfe-catalog',
      release: '2',
      message: 'mfe-catalog 2 names the slot product.purchase, which nobody would offer.',
      remedy: expect.stringContaining('Release a unit that offers product.purchase first'),
    },
  ]);
});

test('a slot that a live page names cannot be taken away', () => {
  const now = world({ live: [live(catalog('1', handle)), live(order('1', handle))] });
  expect(checkSlots(release('mfe-order', '2'), now)).toMatchObject([
    {
      unit: 'mfe-order',
      release: '2',
      message: expect.stringContaining('mfe-catalog 1 names the slot product.purchase'),
    },
  ]);
});

test('a slot that the shell names cannot be taken away', () => {
  const shell = { version: '5', shared: {}, uses: { [slot]: handle } };
  const now = world({ shell, live: [live(order('1', handle))] });
  expect(checkSlots(release('mfe-order', '2'), now)).toMatchObject([
    { message: expect.stringContaining('shell 5 names the slot product.purchase') },
  ]);
  expect(checkSlots(order('2', handle), now)).toEqual([]);
});

test('what others have wrong already does not hold a release up', () => {
  const now = world({ live: [live(catalog('1', handle))] });
  expect(checkSlots(release('mfe-delivery', '1'), now)).toEqual([]);
});

test('a slot that begins to need more than pages give is refused; as optional it may be released', () => {
  const now = world({ live: [live(catalog('1', handle)), live(order('1', handle))] });
  expect(checkSlots(order('2', handleAndSku), now)).toMatchObject([
    {
      severity: 'refusal',
      message:
        'What mfe-catalog 1 gives to the slot product.purchase does not fit what mfe-order 2 takes: sku is missing ("string" is needed).',
      remedy: expect.stringContaining('or release mfe-catalog first'),
    },
  ]);
  expect(checkSlots(order('2', { input: { handle: 'string', sku: 'string?' } }), now)).toEqual([]);
});

test('a page that gives less than before is refused', () => {
  const now = world({ live: [live(catalog('1', handleAndSku)), live(order('1', handleAndSku))] });
  expect(checkSlots(catalog('2', handle), now)).toMatchObject([
    { unit: 'mfe-catalog', message: expect.stringContaining('sku is missing') },
  ]);
});

test('what a slot tells must be what the page expects', () => {
  const tells = (output: Manifest['uses'][string]['input']) => ({ input: {}, output });
  const now = world({
    live: [live(catalog('1', tells({ method: 'string' }))), live(order('1', tells({ method: 'string' })))],
  });
  expect(checkSlots(order('2', tells({ method: 'string?' })), now)).toMatchObject([
    {
      message:
        'What mfe-order 2 tells from the slot product.purchase does not fit what mfe-catalog 1 expects: method is "string?" ("string" is needed).',
    },
  ]);
  expect(checkSlots(order('2', { input: {} }), now)).toHaveLength(1);
  expect(checkSlots(order('2', tells({ method: 'string', price: 'number' })), now)).toEqual([]);
});

test('a candidate has to fit every release set that visitors get', () => {
  const now = world({
    live: [live(catalog('1', handle), 90), live(catalog('2', handleAndSku), 10), live(order('1', handle))],
    combinations: [
      { 'mfe-catalog': '2', 'mfe-order': '1' },
      { 'mfe-catalog': '1', 'mfe-order': '1' },
    ],
  });
  expect(checkSlots(order('2', handleAndSku), now)).toMatchObject([
    { message: expect.stringContaining('What mfe-catalog 1 gives') },
  ]);
  const promoted = world({ ...now, combinations: [{ 'mfe-catalog': '2', 'mfe-order': '1' }] });
  expect(checkSlots(order('2', handleAndSku), promoted)).toEqual([]);
});

test('two units that offer the same slot are refused', () => {
  const now = world({ live: [live(catalog('1', handle)), live(order('1', handle))] });
  const delivery = release('mfe-delivery', '3', { slots: { [slot]: { expose: './slot', ...handle } } });
  expect(checkSlots(delivery, now)).toMatchObject([
    { message: expect.stringContaining('would be offered by mfe-order 1 and mfe-delivery 3') },
  ]);
});

test('a shell whose layout names a slot which nobody offers is refused', () => {
  const shell = { version: '6', shared: {}, uses: { [slot]: handle } };
  expect(checkShellSlots(shell, world({ live: [live(release('mfe-order', '1'))] }))).toMatchObject([
    { unit: 'shell', release: '6', severity: 'refusal' },
  ]);
  expect(checkShellSlots(shell, world({ live: [live(order('1', handle))] }))).toEqual([]);
});

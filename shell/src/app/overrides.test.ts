// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { override, showFailure } from './overrides.ts';
import { fileUrl, type UnitRelease } from './release-set.ts';

const hash = 'a'.repeat(64);
const manifest = {
  unit: 'mfe-order',
  version: 'here',
  container: 'mfe_order_here',
  entry: { client: 'client/remoteEntry.js', server: 'server/remoteEntry.cjs' },
  pages: { 'order.cart': { path: '/cart', expose: './order.cart' } },
  slots: {},
  exposes: { './order.cart': { js: ['client/cart.js'], css: [] } },
  files: { 'client/cart.js': { integrity: 'sha384-cart' } },
  operations: { [hash]: 'query Cart_Query { cart }' },
};
const released: UnitRelease = {
  version: 'v1',
  container: 'released',
  entry: ['client/remoteEntry.js', ''],
  pages: {},
  slots: [],
  files: {},
};
const set = { units: { 'mfe-order': released, 'mfe-catalog': released } };
const overrides = { 'mfe-order': 'http://localhost:3102' };

const asked: { address: string; init: RequestInit | undefined }[] = [];
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    asked.push({ address, init });
    return Response.json(address.endsWith('/manifest.json') ? manifest : { data: {} });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

test("a developer's micro-frontend takes the place of the released one, and a badge says so", async () => {
  const { set: overridden } = await override(overrides, set);
  expect(asked[0]?.address).toBe('http://localhost:3102/manifest.json');
  const release = overridden.units['mfe-order'];
  if (!release) throw new Error('mfe-order is not in the set.');
  expect(release.files['order.cart']?.js).toEqual([['client/cart.js', 'sha384-cart']]);
  expect(fileUrl('mfe-order', release, 'client/cart.js')).toBe('http://localhost:3102/client/cart.js');
  expect(overridden.units['mfe-catalog']).toBe(released);
  expect(document.querySelector('[data-overrides]')?.textContent).toContain(
    'mfe-order from http://localhost:3102',
  );
});

test('its operations are asked with their text; those of the others by hash alone', async () => {
  const shop = await override(overrides, set);
  const body = (sha256Hash: string) => JSON.stringify({ extensions: { persistedQuery: { sha256Hash } } });
  await shop.fetch('/graphql', { method: 'POST', body: body(hash) });
  await shop.fetch('/graphql', { method: 'POST', body: body('b'.repeat(64)) });
  const texts = asked.slice(1).map(({ init }) => JSON.parse(String(init?.body)).query);
  expect(texts).toEqual(['query Cart_Query { cart }', undefined]);
  expect(new Headers(asked[1]?.init?.headers).get('arcade-override')).toBe('1');
});

test('what is wrong with it is said in the badge', async () => {
  const wrong = { 'mfe-catalog': 'http://localhost:3102' };
  await override(wrong, set).catch(showFailure);
  expect(document.querySelector('[data-overrides]')?.textContent).toContain(
    'is of mfe-order, not of mfe-catalog',
  );
});

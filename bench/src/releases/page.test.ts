import { expect, test } from 'vitest';
import { faultsOf, mark } from './page.ts';

const set = (version: string) => ({
  units: {
    'mfe-catalog': { version: 'a1', entry: ['client/e.js', 'sha384-x'], files: {} },
    'mfe-order': { version, entry: ['client/e.js', 'sha384-x'], files: {} },
  },
});

function cartPage({
  slot = mark('View cart', 'mfe-order', 'r7'),
  page = mark('Shipping is added at checkout.', 'mfe-order', 'r7'),
  script = '/releases/mfe-order/r7/client/e.js',
}) {
  return `<script src="${script}"></script>
<div data-slot="header.search">Search the shop</div><div data-slot="header.cart">${slot}</div><main>${page}</main>
<script type="application/json" id="arcade-state">${JSON.stringify({ set: set('r7') })}</script>`;
}

test('a page whose parts are all there and of one release has no faults', () => {
  expect(faultsOf(cartPage({}), 'cart', 'en')).toEqual([]);
});

test('a part of another release of the same unit is a mix', () => {
  const page = mark('Shipping is added at checkout.', 'mfe-order', 'r6');
  expect(faultsOf(cartPage({ page }), 'cart', 'en')).toContain(
    'a part of mfe-order is of r6, the page of r7',
  );
  const script = '/releases/mfe-order/r6/client/e.js';
  expect(faultsOf(cartPage({ script }), 'cart', 'en')).toEqual([
    'a part of mfe-order is of r6, the page of r7',
  ]);
});

test('a slot that is missing, empty, failed or left to the browser is a fault', () => {
  expect(faultsOf(cartPage({}).replace('header.search', ''), 'cart', 'en')).toEqual([
    'the slot header.search is missing',
  ]);
  expect(faultsOf(cartPage({ slot: '' }), 'cart', 'en')).toEqual(['“View cart [[mfe-order r7]]” is missing']);
  const words = mark('View cart', 'mfe-order', 'r7');
  expect(faultsOf(cartPage({ slot: `${words}<p data-failed="mfe-order">` }), 'cart', 'en')).toEqual([
    'a part of mfe-order has failed',
  ]);
  expect(faultsOf(cartPage({ slot: `${words}<!--$!-->` }), 'cart', 'en')).toEqual([
    'a part is left to the browser',
  ]);
});

test('a page that is no page of the shop is a fault', () => {
  expect(faultsOf('<h1>Bad gateway</h1>', 'home', 'en')).toEqual(['there is no release set in the page']);
});

import { expect, test } from 'vitest';
import { differences } from './differences.ts';
import { manifestOf } from './testing.ts';

test('two releases differ in what they ask, offer, name and weigh', () => {
  const before = {
    ...manifestOf({ version: 'v1', operations: ['query Cart { cart }', 'query Orders { orders }'] }),
    pages: { 'order.cart': { path: '/cart', expose: './order.cart' } },
    shared: { react: { requiredVersion: '^19.0.0', singleton: true } },
  };
  const after = {
    ...manifestOf({
      version: 'v2',
      word: 'longer',
      operations: ['query Cart { cart { total } }', 'query Orders { orders }'],
    }),
    pages: { 'order.cart': { path: '/bag', expose: './order.cart' } },
    slots: {
      'product.purchase': {
        expose: './product.purchase',
        input: { sku: 'string' },
        output: { quantity: 'number' },
      },
    },
    shared: { react: { requiredVersion: '^19.3.0', singleton: true } },
  };
  expect(differences(before, after)).toEqual({
    from: 'v1',
    to: 'v2',
    operations: {
      added: [expect.stringMatching(/^Cart [0-9a-f]{12}$/)],
      removed: [expect.stringMatching(/^Cart /)],
    },
    pages: { added: ['order.cart /bag'], removed: ['order.cart /cart'] },
    slots: { added: ['product.purchase {"sku":"string"} → {"quantity":"number"}'], removed: [] },
    uses: { added: [], removed: [] },
    actions: { added: [], removed: [] },
    shared: { added: ['react ^19.3.0'], removed: ['react ^19.0.0'] },
    schema: { added: [], removed: [] },
    weight: { from: 26, to: 30 },
  });
});

test('a release and itself do not differ', () => {
  const manifest = manifestOf({ version: 'v1', operations: ['{ cart }'] });
  expect(differences(manifest, manifest).operations).toEqual({ added: [], removed: [] });
});

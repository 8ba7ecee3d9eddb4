// Types are checked by `npm run types`, which compiles this file too: a wrong one stops it there.
import { expect, expectTypeOf, test } from 'vitest';
import {
  defineMicroFrontend,
  type SlotInput,
  type SlotOutput,
  type UsedSlotInput,
  type UsedSlotOutput,
} from './config.ts';
import type { Action, Actions } from './contract.ts';

const config = defineMicroFrontend({
  name: 'mfe-test',
  pages: { 'test.page': { path: '/test/:id', module: './page.tsx' } },
  slots: {
    'product.test': {
      module: './slot.tsx',
      input: { handle: 'string', sku: 'string?', lines: [{ quantity: 'number' }] },
      output: { chosen: 'boolean' },
    },
    'header.test': { module: './header.tsx', input: {} },
  },
  uses: { 'checkout.other': { input: { weight: 'number' }, output: { price: 'number?' } } },
  actions: { module: './actions.ts', names: ['test.add', 'test.remove'] },
});

test('what a slot is given and tells is typed by what the configuration says', () => {
  type Input = SlotInput<typeof config, 'product.test'>;
  expectTypeOf<Input['handle']>().toEqualTypeOf<string>();
  expectTypeOf<Input['sku']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Input['lines'][number]['quantity']>().toEqualTypeOf<number>();
  expectTypeOf<{ handle: string; lines: [] }>().toExtend<Input>();
  expectTypeOf<{ handle: string }>().not.toExtend<Input>();
  expectTypeOf<SlotOutput<typeof config, 'product.test'>['chosen']>().toEqualTypeOf<boolean>();
  expectTypeOf<SlotOutput<typeof config, 'header.test'>>().toEqualTypeOf<undefined>();
  expectTypeOf<UsedSlotInput<typeof config, 'checkout.other'>['weight']>().toEqualTypeOf<number>();
  expectTypeOf<UsedSlotOutput<typeof config, 'checkout.other'>['price']>().toEqualTypeOf<
    number | undefined
  >();
});

test('each action that the configuration names must be there, and no other', () => {
  expectTypeOf<keyof Actions<typeof config>>().toEqualTypeOf<'test.add' | 'test.remove'>();
  const act: Action = async () => ({ redirect: '/' });
  // @ts-expect-error test.remove is missing
  const missing: Actions<typeof config> = { 'test.add': act };
  expect(Object.keys(missing)).toEqual(['test.add']);
});

test('a type that does not exist is refused where it is written', () => {
  const wrong = defineMicroFrontend({
    name: 'mfe-test',
    pages: {},
    // @ts-expect-error dates do not survive as JSON
    slots: { 'product.test': { module: './slot.tsx', input: { at: 'date' } } },
    uses: {},
  });
  expect(wrong.name).toBe('mfe-test');
});

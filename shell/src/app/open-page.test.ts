import { definePage } from '@arcade/mfe-kit/contract';
import { operation } from '@arcade/mfe-kit/graph-document';
import type { Session } from '@arcade/mfe-kit/session';
import type { TypedDocumentNode } from '@urql/core';
import { expect, test, vi } from 'vitest';
import { createGraph } from './graph.ts';
import { keepModules } from './modules.ts';
import { openPage } from './open-page.ts';
import type { ReleaseSet } from './release-set.ts';

const orders = operation('hash', 'query Orders_Query { orders { __typename id state } }');
const query = orders as TypedDocumentNode<{ orders: { id: string; state: string } }, Record<string, never>>;
const page = definePage({ query, variables: () => ({}), Page: () => null });

const session: Session = { locale: 'en', graphLocale: 'EN', currency: 'USD', theme: 'system' };
const visitor = { session, preferences: {} };
const address = { path: '/orders', search: new URLSearchParams() };
const set: ReleaseSet = {
  units: {
    'mfe-test': {
      version: 'v1',
      container: 'mfe_test_v1',
      entry: ['client/remoteEntry.js', ''],
      pages: { 'test.orders': '/orders' },
      slots: [],
      files: {},
    },
  },
};

/** A graph whose order is in the next state each time it is asked for. */
function shopWhereTheOrderMovesOn() {
  const states = ['PLACED', 'CONFIRMED'];
  const fetch = vi.fn(async () =>
    Response.json({ data: { orders: { __typename: 'Order', id: '1', state: states.shift() } } }),
  );
  const { client } = createGraph({ fetch, isClient: true });
  const modules = keepModules(async () => ({ default: page }));
  const state = () => client.readQuery(query, {})?.data?.orders.state;
  return { fetch, state, surroundings: { set, modules, client } };
}

test('a page that was seen before is there at once, and is asked for again behind that', async () => {
  const { fetch, state, surroundings } = shopWhereTheOrderMovesOn();
  await openPage(address, visitor, surroundings, 0);
  expect(state()).toBe('PLACED');

  const answer = Promise.withResolvers<void>();
  const answering = fetch.getMockImplementation();
  fetch.mockImplementation(async () => {
    await answer.promise;
    return answering?.() ?? Response.error();
  });
  expect(await openPage(address, visitor, surroundings, 0, 'anew')).toMatchObject({ kind: 'page' });
  expect(state()).toBe('PLACED');

  answer.resolve();
  await vi.waitFor(() => expect(state()).toBe('CONFIRMED'));
});

test('what the cache holds is not asked for when only what is missing is wanted', async () => {
  const { fetch, surroundings } = shopWhereTheOrderMovesOn();
  await openPage(address, visitor, surroundings, 0);
  await openPage(address, visitor, surroundings, 0);
  expect(fetch).toHaveBeenCalledOnce();
});

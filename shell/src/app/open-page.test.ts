import { definePage } from '@arcade/mfe-kit/contract';
import { operation } from '@arcade/mfe-kit/graph-document';
import type { Session } from '@arcade/mfe-kit/session';
import { createRequest, gql, type TypedDocumentNode } from '@urql/core';
import { expect, test, vi } from 'vitest';
import { freshFor } from './freshness.ts';
import { createGraph, type GraphState } from './graph.ts';
import { keepModules } from './modules.ts';
import { type Asking, openPage } from './open-page.ts';
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

/** A graph whose order is in the next state each time it is asked for, and a clock for the test to move. */
function shopWhereTheOrderMovesOn(came?: GraphState) {
  const states = ['PLACED', 'CONFIRMED', 'DISPATCHED'];
  const fetch = vi.fn(async () =>
    Response.json({
      data: { orders: { __typename: 'Order', id: '1', state: states.shift() }, cancel: true },
    }),
  );
  let time = 0;
  const { client } = createGraph({ fetch, isClient: true, now: () => time, ...(came && { state: came }) });
  const modules = keepModules(async () => ({ default: page }));
  const surroundings = { set, modules, client };
  return {
    fetch,
    client,
    state: () => client.readQuery(query, {})?.data?.orders.state,
    pass(milliseconds: number) {
      time += milliseconds;
    },
    open: (asking?: Asking) => openPage(address, visitor, surroundings, 0, asking),
  };
}

test('a page that was seen before is there at once, and is asked for again behind that', async () => {
  const { fetch, state, open, pass } = shopWhereTheOrderMovesOn();
  await open();
  expect(state()).toBe('PLACED');

  pass(freshFor);
  const answer = Promise.withResolvers<void>();
  const answering = fetch.getMockImplementation();
  fetch.mockImplementation(async () => {
    await answer.promise;
    return answering?.() ?? Response.error();
  });
  expect(await open('anew')).toMatchObject({ kind: 'page' });
  expect(state()).toBe('PLACED');

  answer.resolve();
  await vi.waitFor(() => expect(state()).toBe('CONFIRMED'));
});

test('what was answered a moment ago is used as it is: by a hover, and by the click after it', async () => {
  const { fetch, open, pass } = shopWhereTheOrderMovesOn();
  const hovered = await open('what-is-missing');
  if (hovered.kind === 'page') hovered.close();
  pass(freshFor - 1);
  expect(await open('anew')).toMatchObject({ kind: 'page' });
  expect(fetch).toHaveBeenCalledOnce();
});

test('a click while the question of the hover is on its way shares its answer', async () => {
  const { fetch, open } = shopWhereTheOrderMovesOn();
  await Promise.all([open('what-is-missing'), open('anew')]);
  expect(fetch).toHaveBeenCalledOnce();
});

test('what came with the HTML is as fresh as an answer, and no longer', async () => {
  const { key } = createRequest(query, {});
  const data = JSON.stringify({ orders: { __typename: 'Order', id: '1', state: 'PLACED' } });
  const { fetch, state, open, pass } = shopWhereTheOrderMovesOn({ [key]: { data, hasNext: false } });
  await open();
  await open('anew');
  expect(fetch).not.toHaveBeenCalled();
  expect(state()).toBe('PLACED');
  pass(freshFor);
  await open('anew');
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledOnce());
});

test('after a change nothing is fresh', async () => {
  const { fetch, client, state, open } = shopWhereTheOrderMovesOn();
  await open();
  await client.mutation(gql('mutation { cancel }'), {}).toPromise();
  await open('anew');
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(3));
  await vi.waitFor(() => expect(state()).toBe('DISPATCHED'));
});

test('what the cache holds is not asked for when only what is missing is wanted', async () => {
  const { fetch, open, pass } = shopWhereTheOrderMovesOn();
  await open();
  pass(freshFor);
  await open();
  expect(fetch).toHaveBeenCalledOnce();
});

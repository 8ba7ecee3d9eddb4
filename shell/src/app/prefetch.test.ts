// @vitest-environment jsdom
import { definePage, defineSlot } from '@arcade/mfe-kit/contract';
import { gql } from '@urql/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGraph } from './graph.ts';
import { keepModules } from './modules.ts';
import { type Arrival, Navigator } from './navigator.ts';
import type { ReleaseSet } from './release-set.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

const set: ReleaseSet = {
  units: {
    'mfe-test': {
      version: 'v1',
      container: 'mfe_test_v1',
      entry: ['client/remoteEntry.js', 'sha384-entry'],
      pages: { 'test.page': '/page' },
      slots: ['test.slot'],
      files: {},
    },
  },
};
const page = definePage({
  query: gql('query Page_Query { page }'),
  slots: () => ({ 'test.slot': {} }),
  Page: () => null,
});
const slotQuery = gql('query Slot_Query { slot }');
const slot = defineSlot({ query: slotQuery, Slot: () => null });

test('a click after a hover asks for nothing, also when a slot was answered late', async () => {
  const slotIsAnswered = Promise.withResolvers<void>();
  const fetch = vi.fn(async (_url: unknown, init?: RequestInit) => {
    const { operationName } = JSON.parse(String(init?.body));
    if (operationName === 'Slot_Query') await slotIsAnswered.promise;
    init?.signal?.throwIfAborted();
    return Response.json({ data: { page: 1, slot: 1 } });
  });
  const { client } = createGraph({ fetch, isClient: true, now: () => 0 });
  const modules = keepModules(async ({ name }) => ({ default: name === 'test.page' ? page : slot }));
  const navigator = new Navigator(
    { session: { locale: 'en', graphLocale: 'EN', currency: 'USD', theme: 'system' }, preferences: {} },
    { set, modules, client },
  );

  navigator.prefetch('/page');
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(2));
  // Longer than a navigation waits for slots.
  await vi.advanceTimersByTimeAsync(1_000);
  slotIsAnswered.resolve();
  await vi.waitFor(() => expect(client.readQuery(slotQuery, {})?.data).toEqual({ slot: 1 }));

  const arrival = Promise.withResolvers<Arrival>();
  navigator.listen({ departed: () => {}, arrived: arrival.resolve });
  navigator.navigate('/page');
  expect((await arrival.promise).shown.kind).toBe('page');
  expect(fetch).toHaveBeenCalledTimes(2);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen } from '../src/listen.ts';
import { type TestDatabase, testDatabase } from '../src/testing.ts';

let db: TestDatabase<Record<string, never>>;

beforeEach(async () => {
  db = await testDatabase({ migrations: new URL('./migrations/', import.meta.url), schema: {} });
});
afterEach(() => db.drop());

test('a lost connection is told of and made again', async () => {
  const heard = vi.fn();
  const onListening = vi.fn();
  const onError = vi.fn();
  const listener = listen(db, { handlers: { news: heard }, onListening, onError });
  await vi.waitFor(() => expect(onListening).toHaveBeenCalledTimes(1), 20_000);
  await db.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
  );
  await vi.waitFor(() => expect(onListening).toHaveBeenCalledTimes(2), 20_000);
  expect(onError).toHaveBeenCalled();
  await db.pool.query(`notify news, 'hello'`);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('hello'), 20_000);
  await listener.stop();
});

test('a server that refuses to listen keeps no connections of ours', async () => {
  const onError = vi.fn();
  // A channel without a name.
  const listener = listen(db, { handlers: { '': () => {} }, onError });
  await vi.waitFor(() => expect(onError.mock.calls.length).toBeGreaterThan(3), 20_000);
  const { rowCount } = await db.pool.query(
    `select from pg_stat_activity where datname = current_database() and query like 'listen %'`,
  );
  // One that is on its way out, and the next.
  expect(rowCount).toBeLessThanOrEqual(2);
  await listener.stop();
});

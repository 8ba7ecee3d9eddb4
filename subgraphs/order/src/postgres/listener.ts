/** PostgreSQL's NOTIFY, on a connection of its own that is opened again when it breaks. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@arcade/subgraph-kit/database';
import pg from 'pg';

const RECONNECT_MS = 1_000;

/**
 * Notices are hints: one that is sent while the connection is away is lost, so whoever listens also looks by itself from
 * time to time.
 * @param handlers by channel
 */
export function listen(
  db: Pick<Database, 'pool'>,
  handlers: Readonly<Record<string, (payload: string) => void>>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopped = new AbortController();
  let client: pg.Client | undefined;
  const running = run();
  return {
    async stop() {
      stopped.abort();
      await client?.end();
      await running;
    },
  };

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      client = new pg.Client({ ...db.pool.options, keepAlive: true });
      const ended = once(client, 'end');
      client.on('error', onError);
      client.on('notification', ({ channel, payload }) => handlers[channel]?.(payload ?? ''));
      try {
        await client.connect();
        for (const channel of Object.keys(handlers))
          await client.query(`listen ${pg.escapeIdentifier(channel)}`);
        await ended;
      } catch (error) {
        if (!stopped.signal.aborted) onError(error);
      }
      await pause(RECONNECT_MS, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }
}

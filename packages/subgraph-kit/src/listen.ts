/** PostgreSQL's NOTIFY, on a connection of its own that is made again when it is lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './database.ts';

export interface ListenOptions {
  /** What to do with a payload, by channel. */
  handlers: Readonly<Record<string, (payload: string) => void>>;
  /** Called whenever the connection listens, the first time too: what was said before then was not heard. */
  onListening?(): void;
  onError(error: unknown): void;
}

const RECONNECT_MS = { first: 100, longest: 5_000 };
/** Silence, in milliseconds, after which TCP asks whether the server is still there: whoever only listens does not notice otherwise. */
const KEEP_ALIVE_MS = 10_000;

export function listen(
  db: Pick<Database, 'pool'>,
  { handlers, onListening, onError }: ListenOptions,
): { stop(): Promise<void> } {
  const stopped = new AbortController();
  let client: pg.Client | undefined;
  const running = run();

  async function run(): Promise<void> {
    let pause = RECONNECT_MS.first;
    while (!stopped.signal.aborted) {
      const connection = new pg.Client({
        ...db.pool.options,
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      });
      client = connection;
      const ended = new Promise<void>((resolve) => connection.once('end', resolve));
      connection.on('error', onError);
      connection.on('notification', ({ channel, payload }) => handlers[channel]?.(payload ?? ''));
      try {
        await connection.connect();
        for (const channel of Object.keys(handlers)) {
          await connection.query(`listen ${pg.escapeIdentifier(channel)}`);
        }
        onListening?.();
        pause = RECONNECT_MS.first;
        await ended;
      } catch (error) {
        if (!stopped.signal.aborted) onError(error);
        // A server that takes the connection and refuses to LISTEN keeps it open.
        void connection.end();
      }
      await sleep(pause, undefined, { signal: stopped.signal }).catch(() => {});
      pause = Math.min(pause * 2, RECONNECT_MS.longest);
    }
  }

  return {
    async stop() {
      stopped.abort();
      await client?.end();
      await running;
    },
  };
}

/** PostgreSQL's NOTIFY, on a connection of its own that is opened again when it breaks. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@arcade/subgraph-kit/database';

export interface Listener {
  stop(): Promise<void>;
}

const RECONNECT_MS = 1_000;

/**
 * Listening has begun when this resolves. Notices are hints: one that is sent while the connection is away is lost, so
 * every listener also looks by itself from time to time.
 */
export async function listen(
  db: Pick<Database, 'pool'>,
  handlers: Readonly<Record<string, (payload: string) => void>>,
): Promise<Listener> {
  const stopping = new AbortController();
  let release = await connect();
  return {
    async stop() {
      stopping.abort();
      release();
    },
  };

  async function connect(): Promise<() => void> {
    const client = await db.pool.connect();
    client.on('notification', ({ channel, payload }) => handlers[channel]?.(payload ?? ''));
    client.once('error', reconnect);
    for (const channel of Object.keys(handlers)) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return () => {
      client.off('error', reconnect);
      // Not back into the pool: the next user would be listening too.
      client.release(true);
    };

    async function reconnect(error: Error) {
      client.release(error);
      release = () => {};
      while (!stopping.signal.aborted) {
        try {
          release = await connect();
          if (stopping.signal.aborted) release();
          return;
        } catch {
          await pause(RECONNECT_MS, undefined, { signal: stopping.signal }).catch(() => {});
        }
      }
    }
  }
}

/** A service that only publishes: an outbox and its feed. */
import { pino } from 'pino';
import { feedRoutes } from '../src/feed.ts';
import { outboxReader } from '../src/outbox-reader.ts';
import { startService } from '../src/service.ts';
import { type TestDatabase, testDatabase } from '../src/testing.ts';

export const FEED_TOKEN = 'the-token-of-the-feed';

/** These tests write their statements by hand. */
export type NoTables = Record<string, never>;

export const silent = pino({ level: 'silent' });

export interface Publisher {
  db: TestDatabase<NoTables>;
  url: string;
  port: number;
  /** The process ends; its database stays. */
  stopServing(): Promise<void>;
  stop(): Promise<void>;
}

/** @param options a port and a database to come back with, as after a restart */
export async function startPublisher(
  options: { port?: number; db?: TestDatabase<NoTables> } = {},
): Promise<Publisher> {
  const db =
    options.db ?? (await testDatabase({ migrations: new URL('./migrations/', import.meta.url), schema: {} }));
  const outbox = outboxReader(db, { source: '/source', log: silent });
  const service = await startService({
    name: 'source',
    env: { PORT: options.port ?? 0, HOST: '127.0.0.1', LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    routes: (app) => feedRoutes(app, outbox, { token: FEED_TOKEN }),
    stop: () => outbox.close(),
  });
  return {
    db,
    url: `${service.url}/events`,
    port: service.port,
    stopServing: () => service.stop(),
    async stop() {
      await service.stop();
      if (!options.db) await db.drop();
    },
  };
}

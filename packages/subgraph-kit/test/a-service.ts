/** A whole process, for `process.test.ts`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../src/database.ts';
import { databaseEnv, port, readEnv, serviceEnv } from '../src/env.ts';
import { migrate } from '../src/migrate.ts';
import { runProcess } from '../src/process.ts';
import { startService } from '../src/service.ts';

const env = readEnv({ ...serviceEnv, ...databaseEnv, PORT: port(0) });

await runProcess(async () => {
  const db = openDatabase(env.DATABASE_URL, { schema: {}, applicationName: 'a-service' });
  await migrate(db, new URL(process.env.MIGRATIONS ?? './migrations/', import.meta.url));
  return startService({
    name: 'a-service',
    env,
    routes(app) {
      app.get('/slow', async () => {
        await sleep(300);
        return { done: true };
      });
      app.get('/sql', async () => (await db.pool.query('select 1 as one')).rows);
    },
    stop: () => db.close(),
  });
});

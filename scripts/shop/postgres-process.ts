// Holds PostgreSQL on behalf of the starter. PostgreSQL itself would not notice that its starter was killed; this process
// does (its channel closes), and stops it.
import { port, readEnv } from '@arcade/subgraph-kit/env';
import { z } from 'zod';
import { startCluster } from './postgres.ts';

const env = readEnv({ FOLDER: z.string(), PORT: port(5433), PASSWORD: z.string().meta({ secret: true }) });

let stopping = false;
const starting = startCluster({ folder: env.FOLDER, port: env.PORT, password: env.PASSWORD });
for (const reason of ['SIGTERM', 'SIGINT', 'disconnect']) {
  process.on(reason, () => {
    stopping = true;
    void starting.then((cluster) => cluster.stop());
  });
}

try {
  const cluster = await starting;
  process.send?.({ ready: true, port: env.PORT });
  await cluster.exited;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
process.exit(stopping ? 0 : 1);

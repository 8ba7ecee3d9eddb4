import { readRouterEnv } from './env.ts';
import { runWithWorkers } from './workers.ts';

const env = readRouterEnv();
// What only starts workers need not load the router.
await runWithWorkers(env.WORKERS, async () => (await import('./router.ts')).startRouter(env));

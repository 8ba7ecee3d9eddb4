import { runProcess } from '@arcade/subgraph-kit/process';
import { readRouterEnv } from './env.ts';
import { startRouter } from './router.ts';

await runProcess(() => startRouter(readRouterEnv()));

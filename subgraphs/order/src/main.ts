import { runProcess } from '@arcade/subgraph-kit/process';
import { readOrderEnv } from './env.ts';
import { startOrder } from './start.ts';

await runProcess(() => startOrder(readOrderEnv()));

import { runProcess } from '@arcade/subgraph-kit/process';
import { readDeliveryEnv } from './env.ts';
import { startDelivery } from './start.ts';

await runProcess(() => startDelivery(readDeliveryEnv()));

import { runProcess } from '@arcade/subgraph-kit/process';
import { readRegistryEnv } from './env.ts';
import { startRegistry } from './registry.ts';

const env = readRegistryEnv();
await runProcess(() => startRegistry(env));

import type { Database } from '@arcade/subgraph-kit/database';

/** The database itself or a transaction in it: stores work the same in both. */
export type Executor = Pick<Database['drizzle'], 'execute' | 'transaction'>;

import { runProcess } from '@arcade/subgraph-kit/process';
import { openCatalogueDatabase, startCatalog } from './catalog.ts';
import { readCatalogEnv } from './env.ts';

await runProcess(async () => {
  const env = readCatalogEnv();
  const db = await openCatalogueDatabase(env.DATABASE_URL);
  return startCatalog(env, db);
});

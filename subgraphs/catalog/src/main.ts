import { runProcess } from '@arcade/subgraph-kit/process';
import { fill, openCatalogueDatabase, startCatalog } from './catalog.ts';
import { readCatalogEnv } from './env.ts';
import { countProducts } from './postgres/products.ts';
import { seedCatalogue } from './seed/seed.ts';

await runProcess(async () => {
  const env = readCatalogEnv();
  const db = await openCatalogueDatabase(env.DATABASE_URL);
  if ((await countProducts(db.drizzle)) === 0) await fill(db, seedCatalogue());
  return startCatalog(env, db);
});

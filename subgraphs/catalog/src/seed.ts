/** `npm run seed -w subgraphs/catalog -- --products 100000`: fills the catalogue up to so many products. What is there stays. */
import { parseArgs } from 'node:util';
import { databaseEnv, readEnv } from '@arcade/subgraph-kit/env';
import { fill, openCatalogueDatabase } from './catalog.ts';
import { defaultCount } from './seed/products.ts';
import { seedCatalogue } from './seed/seed.ts';

const { DATABASE_URL } = readEnv(databaseEnv);
const count = productsAsked();
const db = await openCatalogueDatabase(DATABASE_URL);
try {
  const began = performance.now();
  let total = 0;
  await fill(db, seedCatalogue({ count }), (seen, added) => {
    total = added;
    progress(
      `${seen.toLocaleString('en')} of ${count.toLocaleString('en')} products, ${added.toLocaleString('en')} new`,
    );
  });
  // Many new rows at once: the planner should know before the next query, not at the next autovacuum.
  await db.pool.query('ANALYZE');
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  progress(
    `${total.toLocaleString('en')} products added in ${seconds} s, ${count.toLocaleString('en')} in all\n`,
  );
} finally {
  await db.close();
}

function productsAsked(): number {
  const { values } = parseArgs({ options: { products: { type: 'string', default: String(defaultCount) } } });
  const asked = Number(values.products);
  if (Number.isInteger(asked) && asked >= 1 && asked <= 1_000_000) return asked;
  console.error(`--products is ${JSON.stringify(values.products)}: expected 1 to 1000000.`);
  return process.exit(1);
}

/** One line that is written over; where there is no terminal only the last is kept. */
function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
  else if (line.endsWith('\n')) process.stdout.write(line);
}

// `npm run reset`: removes the data folder (database, keys, releases, logs), after asking. `--yes` does not ask.
import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { askShop } from './shop/control.ts';
import { readShopOptions } from './shop/env.ts';

const { values } = parseArgs({ options: { yes: { type: 'boolean', short: 'y', default: false } } });
const { dataDir } = readShopOptions(process.cwd());

if (!existsSync(dataDir)) {
  console.log(`There is nothing in ${dataDir}.`);
} else if (await askShop(dataDir)) {
  console.error(`A shop is running with its data in ${dataDir}. Stop it first.`);
  process.exitCode = 1;
} else if (values.yes || (await confirm(`Remove ${dataDir}, with all orders and stock? [y/N] `))) {
  rmSync(dataDir, { recursive: true });
  console.log('Removed. The next start begins anew.');
} else {
  console.log('Nothing was removed.');
}
process.exit();

async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // No answer (end of input) is no.
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const answer = await Promise.race([terminal.question(question), closed]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

// `npm run seed -- --products 100000`: makes a larger catalogue in the embedded database. Starts PostgreSQL when no shop runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { askShop } from './shop/control.ts';
import { createDatabases } from './shop/databases.ts';
import { readShopOptions } from './shop/env.ts';
import { logsDir, planProcesses, subgraphs } from './shop/plans.ts';
import { superuserUrl } from './shop/postgres.ts';
import { loadSecrets } from './shop/secrets.ts';
import { supervise } from './shop/supervisor.ts';
import { runCommand } from './shop/terminal.ts';

await runCommand(async (signal, root) => {
  const options = readShopOptions(root);
  mkdirSync(logsDir(options.dataDir), { recursive: true, mode: 0o700 });
  const secrets = loadSecrets(options.dataDir);
  const plans = planProcesses(options, secrets);
  const postgres = supervise(plans.postgres);
  const needed = !options.databaseUrls.catalog && !(await askShop(options.dataDir));
  if (needed) {
    await postgres.start();
    await createDatabases(
      superuserUrl(options.ports.postgres, secrets.databasePasswords.postgres),
      subgraphs.map((name) => ({ name, password: secrets.databasePasswords[name] })),
    );
  }
  try {
    const seed = spawn(process.execPath, ['src/seed.ts', ...process.argv.slice(2)], {
      cwd: plans.catalog.folder,
      env: { ...process.env, ...plans.catalog.env },
      stdio: 'inherit',
      signal,
    });
    const [code] = await once(seed, 'exit');
    process.exitCode = code === 0 ? 0 : 1;
  } finally {
    if (needed) await postgres.stop();
  }
});

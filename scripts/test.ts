// `npm test`: format and lint, types, unit and integration tests, end-to-end tests; the last line sums them up.
//
//   npm test -- --postgres=postgres://…    runs the tests that use a database on that one too
//   npm test -- --skip-e2e                 leaves the browser out, for a quick look
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { build } from './shop/build.ts';
import { freePorts } from './shop/ports.ts';
import { startCluster } from './shop/postgres.ts';
import { startShop } from './shop/shop.ts';
import { runCommand } from './shop/terminal.ts';
import { findChromium } from './test/chromium.ts';
import { type Counts, playwrightCounts, sum, vitestCounts } from './test/counts.ts';

const one: Counts = { passed: 1, failed: 0 };
const { values: options } = parseArgs({
  options: { postgres: { type: 'string' }, 'skip-e2e': { type: 'boolean', default: false } },
});

await runCommand(async (signal, root) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'arcade-test-'));
  try {
    const counts = [
      await stage('Format and lint', () => check('biome', ['ci', '.'])),
      await stage('Build', () => build(root, signal).then(() => one)),
      await stage('Types', () => check('turbo', ['run', 'types', '--output-logs=errors-only', '--continue'])),
      await stage('Types of the scripts', () => check('tsc', ['-p', 'scripts'])),
      await stage('Unit and integration tests', onEmbedded),
    ];
    const given = options.postgres;
    if (given) counts.push(await stage('Integration tests on the given PostgreSQL', () => onGiven(given)));
    if (!options['skip-e2e']) counts.push(await stage('End-to-end tests', endToEnd));
    const { passed, failed } = sum(counts);
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  async function onEmbedded(): Promise<Counts> {
    const { postgres: port } = await freePorts();
    const cluster = await startCluster({
      folder: path.join(folder, 'postgres'),
      port,
      password: 'test',
      throwaway: true,
    });
    try {
      return await vitest('unit', cluster.url, []);
    } finally {
      await cluster.stop();
    }
  }

  async function onGiven(url: string): Promise<Counts> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.end();
    return vitest('given', url, ['--project=@arcade/*subgraph*']);
  }

  async function vitest(name: string, databaseUrl: string, flags: string[]): Promise<Counts> {
    const report = path.join(folder, `${name}.json`);
    // Everything runs at once here: what takes a second alone may take ten.
    const limits = ['--testTimeout=60000', '--hookTimeout=60000'];
    const reports = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    await run('vitest', ['run', ...limits, ...reports, ...flags], { TEST_DATABASE_URL: databaseUrl }).catch(
      () => {},
    );
    return vitestCounts(JSON.parse(await readFile(report, 'utf8')));
  }

  async function endToEnd(): Promise<Counts> {
    const chromium = findChromium(root);
    const dataDir = path.join(folder, 'shop');
    const ports = await freePorts();
    await run('node', ['e2e/manifest.ts']);
    // Slow enough to cancel an order before its parcel leaves, quick enough to see one delivered.
    process.env.CARRIER_PACE_SECONDS = '6';
    const shop = await startShop({
      ...{
        root,
        dataDir,
        ports,
        host: '127.0.0.1',
        databaseUrls: {},
        publicUrl: `http://127.0.0.1:${ports.shell}`,
        operationManifests: ['e2e/dist/operations.json'],
        // As for visitors.
        allowOverrides: '0',
      },
      build: async () => {},
      signal,
    });
    try {
      const report = path.join(root, 'e2e/test-results/report.json');
      await rm(report, { force: true });
      const env = { BASE_URL: shop.address, DATA_DIR: dataDir, CHROMIUM: chromium };
      await run('playwright', ['test'], env, path.join(root, 'e2e')).catch(() => {});
      return playwrightCounts(JSON.parse(await readFile(report, 'utf8')));
    } finally {
      await shop.stop();
    }
  }

  function run(tool: string, args: string[], env: Record<string, string> = {}, cwd = root): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn(path.join(root, 'node_modules/.bin', tool), args, {
        cwd,
        signal,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
      });
      child.once('error', reject);
      child.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${tool} ended with ${code}`)),
      );
    });
  }

  /** A tool that finds fault or does not; counts as one test. */
  async function check(tool: string, args: string[]): Promise<Counts> {
    await run(tool, args);
    return one;
  }

  /** Later stages run in any case: one look shows all that is wrong. */
  async function stage(name: string, work: () => Promise<Counts>): Promise<Counts> {
    signal.throwIfAborted();
    console.log(`\n── ${name}`);
    try {
      const counts = await work();
      console.log(`   ${counts.passed} passed, ${counts.failed} failed`);
      return counts;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    }
  }
});

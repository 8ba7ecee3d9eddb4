// `npm run dev`: the shop, with webpack watching the frontends and services started again when their code changes. A
// micro-frontend that was rebuilt is released at once; nothing else is rebuilt.
import { execFile, spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync, watch } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build } from './shop/build.ts';
import { readShopOptions, type ShopOptions } from './shop/env.ts';
import { logsDir } from './shop/plans.ts';
import { registryCommand } from './shop/registry-command.ts';
import { microFrontends, type Shop, startShop } from './shop/shop.ts';
import { keepOpen, printChange, runCommand } from './shop/terminal.ts';

/** What a change below a folder starts again. */
const restarts: Array<[folder: string, processes: string[]]> = [
  ['subgraphs/catalog', ['catalog']],
  ['subgraphs/order', ['order']],
  ['subgraphs/delivery', ['delivery']],
  ['router/src', ['router']],
  ['registry/src', ['registry']],
  ['shell/src/server', ['shell']],
  ['shell/dist', ['shell']],
  ['packages/subgraph-kit/src', ['catalog', 'order', 'delivery', 'router', 'registry', 'shell']],
];

/** One thing after another: a process that is started again for one change is not stopped half-way for another. */
let acting = Promise.resolve();

await runCommand(async (signal, root) => {
  process.env.NODE_ENV ??= 'development';
  const started = performance.now();
  const options = readShopOptions(root);
  const shop = await startShop({
    ...options,
    build: () => build(root, signal),
    signal,
    onChange: printChange,
  });
  for (const unit of [...microFrontends, 'shell']) webpackWatch(unit, options, signal);
  watchServices(shop, options, signal);
  watchFrontends(options, signal);
  await keepOpen(shop, started, signal);
  await shop.stop();
});

/** Ends with its standard input, so also when this process is killed. What it says is in the logs, what it cannot build here as well. */
function webpackWatch(unit: string, { root, dataDir }: ShopOptions, signal: AbortSignal): void {
  const log = createWriteStream(path.join(logsDir(dataDir), `webpack-${unit}.log`));
  const webpack = path.join(root, 'node_modules/webpack/bin/webpack.js');
  const builder = spawn(process.execPath, [webpack, '--watch', '--watch-options-stdin'], {
    cwd: path.join(root, unit),
    stdio: 'pipe',
    signal,
  });
  for (const output of [builder.stdout, builder.stderr]) {
    output.pipe(log, { end: false });
    output.on('data', (chunk: Buffer) => {
      // Without the compiler's own stack.
      const said = stripVTControlCharacters(chunk.toString()).replaceAll(
        /\s+Caused by:[\s\S]*?\n(?=\n)/g,
        '',
      );
      if (said.includes('ERROR')) console.error(`  ${unit} stays as it was:\n${said.trimEnd()}`);
    });
  }
  builder.once('error', () => {}); // Ended with the rest.
  builder.once(
    'exit',
    (code) => signal.aborted || console.error(`  webpack ${unit} ended (${code}): see ${dataDir}/logs`),
  );
}

function watchServices(shop: Shop, options: ShopOptions, signal: AbortSignal): void {
  const { root } = options;
  for (const [folder, names] of restarts) {
    onChange(path.join(root, folder), signal, async (files) => {
      const own = files.filter((file) => !/(^|\/)(node_modules|dist|generated)\/|\.test\.tsx?$/.test(file));
      if (own.length === 0) return;
      const error = syntaxError(path.join(root, folder), own);
      if (error) throw new Error(`${names.join(', ')}: as before. ${error}`);
      // A contract changed: what is generated from it is made anew, and it is released; the router follows the registry.
      if (own.includes('schema.graphql')) {
        await build(root, signal);
        const why = ['--force', '--reason', 'its schema changed (npm run dev)'];
        await registryCommand(options, ['release', folder, '--traffic', '100', ...why]);
      }
      for (const name of names) {
        const supervised = shop.processes.get(name);
        await supervised?.stop();
        await supervised?.start();
        console.log(`  ${name} started again: ${own[0]} changed`);
      }
    });
  }
}

/** Found before the process that runs is stopped for one that would not start. */
function syntaxError(folder: string, files: string[]): string | undefined {
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const sourceUrl = path.join(folder, file);
    if (!existsSync(sourceUrl)) continue;
    try {
      stripTypeScriptTypes(readFileSync(sourceUrl, 'utf8'), { sourceUrl });
    } catch (error) {
      return error instanceof Error ? `${error.message}: ${error.stack?.split('\n\n')[0]}` : String(error);
    }
  }
  return undefined;
}

function watchFrontends(options: ShopOptions, signal: AbortSignal): void {
  for (const unit of microFrontends) {
    const folder = path.join(options.root, unit);
    onChange(path.join(folder, 'src'), signal, async (files) => {
      const own = files.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'));
      if (own.some((file) => holdsDocument(path.join(folder, 'src', file)))) await generate(folder);
    });
    onChange(path.join(folder, 'dist'), signal, async (files) => {
      // The build writes the manifest last.
      if (!files.includes('manifest.json')) return;
      const said = await registryCommand(options, ['release', unit, '--built', '--traffic', '100']);
      if (said.includes('is stable')) console.log(`  ${unit} is live: reload the page`);
    });
  }
}

function holdsDocument(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').includes('graphql(`');
}

/** What is generated from the documents of a micro-frontend; webpack follows it. Takes some seconds, so only where documents are. */
function generate(folder: string): Promise<void> {
  const codegen = path.join(folder, '../node_modules/.bin/graphql-codegen');
  return new Promise((resolve, reject) => {
    execFile(codegen, { cwd: folder }, (error, _, stderr) => {
      if (error)
        reject(
          new Error(`${path.basename(folder)} stays as it was:\n${stripVTControlCharacters(stderr.trim())}`),
        );
      else resolve();
    });
  });
}

/** Calls back once for files that change together, for one folder after another. A failure is shown and changes nothing. */
function onChange(folder: string, signal: AbortSignal, act: (files: string[]) => Promise<void>): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true, signal }, (_event, file) => {
    if (!file) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...changed];
      changed.clear();
      acting = acting.then(() => act(files)).catch((error: Error) => console.error(`  ${error.message}`));
    }, 150);
  });
}

// `npm run dev`: the shop, with webpack watching the frontends and services started again when their code changes. A
// micro-frontend that was rebuilt is released at once; nothing else is rebuilt.
import { spawn } from 'node:child_process';
import { openSync, watch } from 'node:fs';
import path from 'node:path';
import { build } from './shop/build.ts';
import { readShopOptions, type ShopOptions } from './shop/env.ts';
import { logsDir } from './shop/plans.ts';
import { registryCommand } from './shop/registry-command.ts';
import { microFrontends, type Shop, startShop } from './shop/shop.ts';
import { keepOpen, printChange, runCommand } from './shop/terminal.ts';

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
  watchServices(shop, root, signal);
  watchFrontends(options, signal);
  await keepOpen(shop, started, signal);
  await shop.stop();
});

/** Ends with its standard input, so also when this process is killed. What it says is in the logs. */
function webpackWatch(unit: string, { root, dataDir }: ShopOptions, signal: AbortSignal): void {
  const log = openSync(path.join(logsDir(dataDir), `webpack-${unit}.log`), 'w');
  const webpack = path.join(root, 'node_modules/webpack/bin/webpack.js');
  const builder = spawn(process.execPath, [webpack, '--watch', '--watch-options-stdin'], {
    cwd: path.join(root, unit),
    stdio: ['pipe', log, log],
    signal,
  });
  builder.once('error', () => {}); // Ended with the rest.
  builder.once(
    'exit',
    (code) => signal.aborted || console.error(`  webpack ${unit} ended (${code}): see ${dataDir}/logs`),
  );
}

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

function watchServices(shop: Shop, root: string, signal: AbortSignal): void {
  for (const [folder, names] of restarts) {
    onChange(path.join(root, folder), signal, async (files) => {
      const own = files.filter((file) => !/(^|\/)(node_modules|dist|generated)\/|\.test\.tsx?$/.test(file));
      if (own.length === 0) return;
      // A contract changed: what is generated from it and the supergraph are made anew; the router rereads the latter.
      if (own.includes('schema.graphql')) await build(root, signal);
      for (const name of names) {
        const supervised = shop.processes.get(name);
        await supervised?.stop();
        await supervised?.start();
        console.log(`  ${name} started again: ${own[0]} changed`);
      }
    });
  }
}

function watchFrontends(options: ShopOptions, signal: AbortSignal): void {
  for (const unit of microFrontends) {
    onChange(path.join(options.root, unit, 'dist'), signal, async (files) => {
      // The build writes the manifest last.
      if (!files.includes('manifest.json')) return;
      const said = await registryCommand(options, ['release', `${unit}/dist`]);
      if (said.endsWith('is live')) console.log(`  ${said}: reload the page`);
    });
  }
}

/** Calls back once for files that change together, never twice at once. A failure is shown and changes nothing. */
function onChange(folder: string, signal: AbortSignal, act: (files: string[]) => Promise<void>): void {
  const changed = new Set<string>();
  let acting = Promise.resolve();
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

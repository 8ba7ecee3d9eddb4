/**
 * `npm run weigh -w shell`: what the product page makes a browser load, by owner, in brotli. Fails above the budget. It looks at what was built last, in
 * the micro-frontends' own folders, because no build of one alone can know the sum.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type Manifest, manifestSchema } from '@arcade/mfe-kit/manifest';
import type { HostAssets } from '@arcade/mfe-kit/webpack';

/** All JavaScript of the page, three teams' code included. */
const budget = 160 * 1024;
const page = 'catalog.product';
/** What the page names, and the layout around it: see `slots` of the page, and app/layout/slots.ts. */
const slots = ['product.purchase', 'product.delivery', 'header.cart', 'header.search'];

interface Weight {
  readonly owner: string;
  readonly part: string;
  readonly js: number;
  readonly css: number;
}

const root = new URL('../../', import.meta.url);
const manifests = readdirSync(root)
  .filter((folder) => folder.startsWith('mfe-'))
  .map((folder) => new URL(`${folder}/dist/manifest.json`, root))
  .filter((file) => existsSync(file))
  .map((file) => manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));

const weights = [shellWeight(), ...manifests.flatMap(unitWeights)];
const js = sum(weights, 'js');
const css = sum(weights, 'css');

console.log(`The product page in KB, brotli:\n`);
console.log(row('owner', 'part', 'JS', 'CSS'));
for (const { owner, part, js, css } of weights) console.log(row(owner, part, kilobytes(js), kilobytes(css)));
console.log(row('', 'all', kilobytes(js), kilobytes(css)));
console.log(`\nBudget for JavaScript: ${kilobytes(budget)}, left: ${kilobytes(budget - js)}`);

const missing = [page, ...slots].filter((name) => !weights.some(({ part }) => part === name));
if (missing.length > 0) fail(`Nobody offers ${missing.join(', ')}: build the micro-frontends first.`);
if (js > budget) fail(`The product page is ${kilobytes(js - budget)} KB of JavaScript over its budget.`);

function shellWeight(): Weight {
  const client = new URL('../dist/client/', import.meta.url);
  const assets: HostAssets = JSON.parse(readFileSync(new URL('assets.json', client), 'utf8'));
  const size = (files: HostAssets['js']) =>
    files.reduce((all, { file }) => all + brotliCompressSync(readFileSync(new URL(file, client))).length, 0);
  return { owner: 'shell', part: 'app, React, graph, ui', js: size(assets.js), css: size(assets.css) };
}

function unitWeights({ unit, entry, exposes, files }: Manifest): Weight[] {
  const size = (paths: readonly string[]) =>
    paths.reduce((all, path) => all + (files[path]?.brotliSize ?? 0), 0);
  const seen = new Set<string>();
  // A chunk that two parts need is loaded once: it counts for the first.
  const first = (paths: readonly string[]) => paths.filter((path) => !seen.has(path) && seen.add(path));
  const parts = [page, ...slots].flatMap((name) => {
    const needed = exposes[`./${name}`];
    return needed
      ? [{ owner: unit, part: name, js: size(first(needed.js)), css: size(first(needed.css)) }]
      : [];
  });
  return parts.length > 0 ? [{ owner: unit, part: 'entry', js: size([entry.client]), css: 0 }, ...parts] : [];
}

function sum(all: readonly Weight[], kind: 'js' | 'css'): number {
  return all.reduce((total, weight) => total + weight[kind], 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

function row(owner: string, part: string, js: string, css: string): string {
  return `${owner.padEnd(14)}${part.padEnd(24)}${js.padStart(8)}${css.padStart(8)}`;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/**
 * `npm run bench -w bench -- releases`: 200 releases, one every two seconds, in a shop that is visited all the time. Does any page view fail, and does
 * anything stay in memory of a release that has gone? README.md says what is asked and how to read the tables.
 */
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { percentile } from '../figures.ts';
import { type Releasing, releasing } from './acts.ts';
import type { PageKind } from './page.ts';
import { type Row, table, trendTable } from './report.ts';
import { type RunningShop, SLOT_DEADLINE_MS, withShop } from './shop.ts';
import { type Load, type Place, startLoad } from './visitors.ts';

const SAMPLE_EVERY = 10;
/** Below RELEASE_GRACE_MINUTES: what the page needs must still be there. */
const OPEN_MS = 45_000;

interface Options {
  releases: number;
  visitors: number;
  rate: number;
  everyMs: number;
  graceMinutes: number;
}

export async function releasesBench(args: string[]): Promise<void> {
  const options = readOptions(args);
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const ending = new AbortController();
  // Every time: a second Ctrl-C, be it npm's that hands on the first, must not cut the closing short.
  for (const reason of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(reason, () => ending.abort(new Interrupted()));
  }
  ending.signal.addEventListener('abort', () => console.error('\nClosing the shop …'));
  try {
    await withShop({ root, graceMinutes: options.graceMinutes, signal: ending.signal }, (shop) =>
      measure(shop, root, options, ending.signal),
    );
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.exitCode = 130;
  }
}

class Interrupted extends Error {}

async function measure(
  shop: RunningShop,
  root: string,
  options: Options,
  signal: AbortSignal,
): Promise<void> {
  const releases = await releasing(root, shop.registry);
  const places = await placesOf(shop.address);
  const load = startLoad({
    ...options,
    places,
    address: shop.address,
    openMs: OPEN_MS,
    registered: releases.registered,
  });
  const rows: Row[] = [];
  const began = performance.now();
  try {
    while (releases.made < options.releases) {
      const next = performance.now() + options.everyMs;
      await releases.next();
      await delay(Math.max(0, next - performance.now()), undefined, { signal }).catch(() => {});
      signal.throwIfAborted();
      if (releases.made % SAMPLE_EVERY !== 0) continue;
      const row = await sample(shop, releases, load);
      rows.push(row);
      progress(row, performance.now() - began);
    }
  } finally {
    await load.stop();
  }
  print({ shop, rows, releases, load, options });
}

async function sample(shop: RunningShop, { made }: Releasing, load: Load): Promise<Row> {
  const memory: Row['memory'] = {};
  for (const { name, sample } of shop.memory) memory[name] = await sample();
  const times = load.takeTimes();
  return {
    releases: made,
    views: load.views,
    failed: load.failed,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    memory,
    mirror: await shop.mirror(),
  };
}

function progress({ releases, views, failed, p50, p95, memory }: Row, ms: number): void {
  const heaps = Object.entries(memory).map(
    ([name, { heap, resident }]) => `${name} ${heap.toFixed(1)}/${resident.toFixed(0)} MB`,
  );
  console.error(
    `${(ms / 1_000).toFixed(0)} s: ${releases} releases, ${views} page views, ${failed} failed, ${p50.toFixed(0)}/${p95.toFixed(0)} ms, ${heaps.join(', ')}`,
  );
}

interface Outcome {
  shop: RunningShop;
  rows: readonly Row[];
  releases: Releasing;
  load: Load;
  options: Options;
}

function print({ shop, rows, releases, load, options }: Outcome): void {
  const { visitors, rate } = options;
  const acts = [...releases.acts].map(([what, times]) => `${what} ${times}`);
  console.log(`
Node ${process.versions.node}. ${releases.made} releases; ${acts.join(', ')}.
${visitors} visitors at a time, ${rate} page views a second, each with a file and an operation; ${load.late.asked} times somebody came back to a page, open for ${(load.late.oldestMs / 1_000).toFixed(0)} s at most.
Heap: used after a forced collection. RELEASE_GRACE_MINUTES=${options.graceMinutes}, SLOT_DEADLINE_MS=${SLOT_DEADLINE_MS}.

${table(rows)}

${trendTable(rows)}
`);
  for (const line of shop.restarts()) console.log(line);
  console.log(`${load.failed} of ${load.views.toLocaleString('en')} page views failed.`);
  for (const [kind, { views, first }] of load.faults)
    console.log(`  ${views} × ${kind}\n      first: ${first}`);
  if (load.failed > 0 || shop.restarts().length > 0) process.exitCode = 1;
}

/** Pages that the shop has; products that can be bought. */
async function placesOf(address: string): Promise<Record<PageKind, Place[]>> {
  const sitemap = await (await fetch(`${address}/sitemap.xml`)).text();
  const paths = (kind: string) => [
    ...new Set(
      [...sitemap.matchAll(/<loc>[^<]*?\/en(\/[^<]+)<\/loc>/g)].flatMap(([, path = '']) =>
        path.startsWith(kind) ? path : [],
      ),
    ),
  ];
  const product: Place[] = [];
  for (const path of paths('/p/')) {
    if (product.length === 20) break;
    const html = await (await fetch(`${address}/en${path}`)).text();
    const [, sku] = /name="sku" value="([^"]+)"/.exec(html) ?? [];
    // One in four is put into the cart.
    if (sku) product.push({ kind: 'product', path, ...(product.length % 4 === 0 && { sku }) });
  }
  return {
    home: [{ kind: 'home', path: '/' }],
    category: paths('/c/').map((path) => ({ kind: 'category', path })),
    product,
    cart: [{ kind: 'cart', path: '/cart' }],
  };
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      releases: { type: 'string', default: '200' },
      visitors: { type: 'string', default: '6' },
      rate: { type: 'string', default: '8' },
      every: { type: 'string', default: '2' },
      grace: { type: 'string', default: '1' },
    },
  });
  return {
    releases: amount('releases', values.releases),
    visitors: amount('visitors', values.visitors),
    rate: amount('rate', values.rate),
    everyMs: 1_000 * amount('every', values.every),
    graceMinutes: amount('grace', values.grace),
  };
}

function amount(name: string, given: string): number {
  const value = Number(given);
  if (value > 0 && value <= 10_000) return value;
  throw new Error(`--${name} is ${JSON.stringify(given)}: expected a number above 0`);
}

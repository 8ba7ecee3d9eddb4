/**
 * Visitors, each with cookies of their own: they look at pages, load what a page names, ask the graph as their page would, put something into
 * the cart, and come back to a page that they have left open, whose release may have been taken away meanwhile.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Asset,
  assetsOf,
  faultsOf,
  type Locale,
  type PageKind,
  type ReleaseSet,
  setOf,
} from './page.ts';
import type { Registered } from './variants.ts';

export interface Place {
  kind: PageKind;
  /** Below the locale: `/p/oak-desk`. */
  path: string;
  /** Of a product: what is put into the cart. */
  sku?: string;
}

export interface LoadOptions {
  address: string;
  places: Record<PageKind, readonly Place[]>;
  visitors: number;
  /** Page views a second, of all visitors together. */
  rate: number;
  /** After how long somebody comes back to a page that was left open, milliseconds. */
  openMs: number;
  registered: (unit: string, version: string) => Registered | undefined;
}

export interface Load {
  views: number;
  /** Page views with a fault, by what it was. */
  faults: Map<string, { views: number; first: string }>;
  failed: number;
  /** Of the pages since the last time, milliseconds. */
  takeTimes(): number[];
  /** Files and operations of pages that were open for a while. */
  late: { asked: number; oldestMs: number };
  stop(): Promise<void>;
}

/** What a visitor does before another one takes the place. */
const journey: PageKind[] = ['home', 'category', 'product', 'cart', 'category', 'product'];
/** A page whose connection breaks has failed; nobody waits longer. */
const PATIENCE_MS = 15_000;

interface OpenPage {
  at: number;
  set: ReleaseSet;
  locale: Locale;
  /** Of its visitor. */
  cookie: string;
}

interface Viewed {
  faults: string[];
  page?: OpenPage;
}

const broken = (error: unknown): Viewed => ({
  faults: [
    `the connection broke: ${error instanceof Error ? `${error.message} ${error.cause ?? ''}` : error}`,
  ],
});

const header = (cookies: Map<string, string>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

export function startLoad(options: LoadOptions): Load {
  const { address, places, visitors, rate, openMs, registered } = options;
  const stopping = new AbortController();
  const times: number[] = [];
  let turns = 0;
  const load: Load = {
    views: 0,
    failed: 0,
    faults: new Map(),
    late: { asked: 0, oldestMs: 0 },
    takeTimes: () => times.splice(0),
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };

  function placeAt(kind: PageKind, turn: number): Place {
    const place = places[kind][turn % places[kind].length];
    if (!place) throw new Error(`This shop has no page of the kind ${kind}.`);
    return place;
  }

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, address), { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });

  async function loadAsset({ url, integrity }: Asset): Promise<string[]> {
    const response = await ask(url);
    const content = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) return [`a file was answered with ${response.status}: ${url}`];
    const hash = `sha384-${createHash('sha384').update(content).digest('base64')}`;
    return hash === integrity ? [] : [`a file is not what its page expects: ${url}`];
  }

  /** By hash, as the code of this page's release sends it. */
  async function askGraph(
    { set, locale, cookie }: OpenPage,
    unit: string,
    operationName: string,
    variables: object,
  ): Promise<string[]> {
    const version = set.units[unit]?.version ?? '';
    const sha256Hash = registered(unit, version)?.operations.get(operationName);
    if (!sha256Hash) return [`${unit} ${version} has no ${operationName}`];
    const response = await ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address, cookie },
      body: JSON.stringify({
        operationName,
        variables: { locale: locale === 'ko' ? 'KO' : 'EN', currency: 'USD', ...variables },
        extensions: { persistedQuery: { version: 1, sha256Hash } },
      }),
    });
    const text = await response.text();
    if (response.status === 200 && !text.includes('"errors"')) return [];
    return [
      `${operationName} of ${unit} ${version} was answered with ${response.status}: ${text.slice(0, 200)}`,
    ];
  }

  async function view(place: Place, locale: Locale, cookies: Map<string, string>): Promise<Viewed> {
    const began = performance.now();
    const response = await ask(`/${locale}${place.path}`, { headers: { cookie: header(cookies) } });
    const html = await response.text();
    times.push(performance.now() - began);
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    if (response.status !== 200) {
      return { faults: [`the page was answered with ${response.status}: ${html.slice(0, 200)}`] };
    }
    const faults = faultsOf(html, place.kind, locale);
    const set = setOf(html);
    if (!set) return { faults };
    const page: OpenPage = { at: began, set, locale, cookie: header(cookies) };
    const { entries } = assetsOf(set);
    const entry = entries[turns % entries.length];
    if (entry) faults.push(...(await loadAsset(entry)));
    faults.push(...(await askGraph(page, 'mfe-order', 'HeaderCart_Query', {})));
    if (place.sku) {
      faults.push(
        ...(await askGraph(page, 'mfe-order', 'AddToCart_Mutation', { sku: place.sku, quantity: 1 })),
      );
    }
    return { faults, page };
  }

  /** To a page that was left open: it loads one more file of its releases, and asks the graph. */
  async function comeBack(page: OpenPage): Promise<string[]> {
    const age = performance.now() - page.at;
    load.late.asked += 1;
    load.late.oldestMs = Math.max(load.late.oldestMs, age);
    const { later } = assetsOf(page.set);
    const asset = later[turns % later.length];
    const faults = [
      ...(asset ? await loadAsset(asset) : []),
      ...(await askGraph(page, 'mfe-catalog', 'SearchBox_Query', { query: 'lam' })),
    ];
    return faults.map((fault) => `after ${Math.round(age / 1_000)} s on an open page: ${fault}`);
  }

  async function visitor(index: number): Promise<void> {
    const pause = (1_000 * visitors) / rate;
    await delay((pause * index) / visitors);
    const opened: OpenPage[] = [];
    for (let life = 0; !stopping.signal.aborted; life++) {
      const cookies = new Map<string, string>();
      const locale: Locale = (life + index) % 2 === 0 ? 'en' : 'ko';
      for (const kind of journey) {
        if (stopping.signal.aborted) return;
        const turn = ++turns;
        const place = placeAt(kind, turn);
        const next = performance.now() + pause;
        const { faults, page } = await view(place, locale, cookies).catch(broken);
        if (page) opened.push(page);
        // On a busy machine some are passed over, so that none is older than its release has to stay.
        const [left] = opened
          .splice(0, opened.findLastIndex(({ at }) => performance.now() - at > openMs) + 1)
          .slice(-1);
        if (left) faults.push(...(await comeBack(left).catch((error: unknown) => broken(error).faults)));
        load.views += 1;
        if (faults.length > 0) load.failed += 1;
        for (const fault of faults) note(fault, `/${locale}${place.path}`);
        await delay(Math.max(0, next - performance.now()));
      }
    }
  }

  function note(fault: string, where: string): void {
    // Versions, ages, files and traces differ from one view to the next; what was wrong is the same.
    const kind = fault.replaceAll(/\br\d+\b|\d+(?= s on)|(?<=\/client\/)\S+|(?<="traceId":")\w+/g, '…');
    const before = load.faults.get(kind);
    if (!before) console.error(`failed: ${where}: ${fault}`);
    load.faults.set(kind, { views: (before?.views ?? 0) + 1, first: before?.first ?? `${where}: ${fault}` });
  }

  // Said before anybody is under way: what a visitor throws would end the process, and not the shop.
  for (const kind of journey) placeAt(kind, 0);
  const running = Array.from({ length: visitors }, (_, index) => visitor(index));
  return load;
}

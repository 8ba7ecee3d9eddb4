// First load of a product page on a slow phone: 1.6 Mbps down, 150 ms round trip, CPU slowed four times, cold cache.
//
//   npm run bench -w bench -- page-speed [--url http://localhost:3000/en/p/…] [--runs 5]
//
// Needs a running shop (`npm start`). Prints the median of the runs: when the largest content is painted, from when on a click on
// "add to cart" is handled in the page, when a click made at the first paint of the button shows in the header, the layout
// shift, and what was transferred.
import { parseArgs } from 'node:util';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/test/chromium.ts';
import { median } from './figures.ts';

interface Load {
  largestPaint: number;
  clickHandled: number;
  countShown: number;
  layoutShift: number;
  scriptBytes: number;
  pageBytes: number;
  graphRequests: number;
}

export async function pageSpeed(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { url: { type: 'string' }, runs: { type: 'string', default: '5' } },
  });
  const url = values.url ?? (await someProductPage('http://localhost:3000'));
  const runs = Number(values.runs);
  const browser = await chromium.launch({
    executablePath: findChromium(process.cwd()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const loads: Load[] = [];
    for (let run = 1; run <= runs; run++) {
      const loaded = await load(browser, url, 'observe');
      const clicked = await load(browser, url, 'click');
      loads.push({ ...loaded, countShown: clicked.countShown });
      console.error(`run ${run}/${runs}: ${JSON.stringify(loads.at(-1))}`);
    }
    const of = (figure: keyof Load) => median(loads.map((each) => each[figure]));
    console.log(`${url}, median of ${runs}:`);
    console.table({
      'largest contentful paint (s)': { median: seconds(of('largestPaint')), target: 1.1 },
      'click on “add to cart” handled in the page from (s)': {
        median: seconds(of('clickHandled')),
        target: 1.5,
      },
      'clicked when first painted, count shown at (s)': { median: seconds(of('countShown')), target: '' },
      'cumulative layout shift': { median: of('layoutShift'), target: 0 },
      'GraphQL requests from the browser': { median: of('graphRequests'), target: 0 },
      'JavaScript, compressed (KB)': { median: kilobytes(of('scriptBytes')), target: 160 },
      'everything, compressed (KB)': { median: kilobytes(of('pageBytes')), target: '' },
    });
  } finally {
    await browser.close();
  }
}

const seconds = (milliseconds: number) => Number((milliseconds / 1000).toFixed(2));
const kilobytes = (bytes: number) => Number((bytes / 1000).toFixed(1));

async function load(browser: Browser, url: string, what: 'observe' | 'click'): Promise<Load> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const traffic = await watchTraffic(cdp);
    await slowPhone(cdp);
    await page.addInitScript(observe, { click: what === 'click' });
    await page.goto(url, { waitUntil: 'commit', timeout: 60_000 });
    if (what === 'click')
      await page.waitForFunction(() => window.arcadeBench.countShown > 0, null, { timeout: 60_000 });
    else {
      await page.waitForFunction(() => window.arcadeBench.clickHandled > 0, null, { timeout: 60_000 });
      await page.waitForLoadState('networkidle');
    }
    const seen = await page.evaluate(() => window.arcadeBench);
    return { ...seen, ...traffic };
  } finally {
    await context.close();
  }
}

async function slowPhone(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

async function watchTraffic(cdp: CDPSession) {
  const traffic = { scriptBytes: 0, pageBytes: 0, graphRequests: 0 };
  const scripts = new Set<string>();
  await cdp.send('Network.enable');
  cdp.on('Network.requestWillBeSent', ({ request, requestId, type }) => {
    if (new URL(request.url).pathname === '/graphql') traffic.graphRequests++;
    if (type === 'Script' || request.url.endsWith('.js')) scripts.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    traffic.pageBytes += encodedDataLength;
    if (scripts.has(requestId)) traffic.scriptBytes += encodedDataLength;
  });
  return traffic;
}

interface Observed {
  largestPaint: number;
  clickHandled: number;
  countShown: number;
  layoutShift: number;
}

declare global {
  interface Window {
    arcadeBench: Observed;
  }
}

/** Runs in the page before anything else. Times are milliseconds since the first navigation of the tab started. */
function observe({ click }: { click: boolean }): void {
  const started = Number(sessionStorage.getItem('bench-started') ?? performance.timeOrigin);
  const clicked = sessionStorage.getItem('bench-clicked') !== null;
  sessionStorage.setItem('bench-started', String(started));
  const now = () => performance.timeOrigin + performance.now() - started;
  const seen: Observed = { largestPaint: 0, clickHandled: 0, countShown: 0, layoutShift: 0 };
  window.arcadeBench = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.largestPaint = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.layoutShift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const button = document.querySelector<HTMLButtonElement>(
      'form[action$="/actions/cart.add"] button[type=submit]',
    );
    const count = document.querySelector('[data-cart-count]')?.getAttribute('data-cart-count');
    // React keeps a hydrated element's props under a key of its own on the element.
    if (button && !seen.clickHandled && Object.keys(button).some((key) => key.startsWith('__reactProps$'))) {
      seen.clickHandled = now();
    }
    if (count && count !== '0' && !seen.countShown) seen.countShown = now();
    if (click && button && !clicked && sessionStorage.getItem('bench-clicked') === null) {
      sessionStorage.setItem('bench-clicked', String(now()));
      button.click();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function someProductPage(shop: string): Promise<string> {
  const sitemap = await fetch(`${shop}/sitemap.xml`).then(
    (response) => response.text(),
    () => {
      throw new Error(
        `No shop answers at ${shop}. Start it with \`npm start\`, or name a product page with --url.`,
      );
    },
  );
  const page = /<loc>[^<]*?(\/en\/p\/[^<]+)<\/loc>/.exec(sitemap)?.[1];
  if (!page) throw new Error(`${shop}/sitemap.xml names no product page.`);
  return shop + page;
}

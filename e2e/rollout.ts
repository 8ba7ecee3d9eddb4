// For tests of releases: the registry, brought back to what it was, and shoppers in browsers of their own, whose pages are listened to.
import type { Page } from '@playwright/test';
import { env } from './env.ts';
import { bringBack, type Registry, registryOfShop } from './registry.ts';
import { test as base, expect, listen } from './test.ts';
import { releasesIn, visitorCookie } from './visitors.ts';

interface Fixtures {
  registry: Registry;
  /** A shopper with this cookie. */
  shopper: (cookie: string) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  registry: async ({ baseURL: _ }, use) => {
    const registry = await registryOfShop();
    const met = await registry.live();
    await use(registry);
    await bringBack(registry, met);
  },
  shopper: async ({ browser, noise }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (cookie) => {
      const context = await browser.newContext();
      contexts.push(context);
      await context.addCookies([{ name: visitorCookie, value: cookie, url: env.BASE_URL }]);
      context.on('page', (page) => listen(page, noise));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

/**
 * Follows which releases each page view is made of. `mixed` gives the files that were asked for by a page view whose HTML names another release of the unit.
 */
export function followViews(page: Page): { mixed(): Promise<string[]> } {
  const views: { html: Promise<string>; asked: { url: string; unit: string; version: string }[] }[] = [];
  page.on('response', (response) => {
    const request = response.request();
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame() || !response.ok()) return;
    views.push({ html: response.text(), asked: [] });
  });
  page.on('request', (request) => {
    const [url, unit, version] = /\/releases\/([^/]+)\/([^/]+)\/.*/.exec(request.url()) ?? [];
    if (url && unit && version) views.at(-1)?.asked.push({ url, unit, version });
  });
  return {
    async mixed() {
      const found: string[] = [];
      for (const { html, asked } of views) {
        const releases = releasesIn(await html);
        found.push(...asked.filter(({ unit, version }) => releases[unit] !== version).map(({ url }) => url));
      }
      return found;
    },
  };
}

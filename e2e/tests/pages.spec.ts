// What holds on every page: found, described, complete without JavaScript, still while it loads, usable by everybody.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../test.ts';
import { articleWithStock } from '../world.ts';

const paths = [
  '',
  '/c/lighting',
  '/search?q=lamp',
  '/p/:product',
  '/cart',
  '/checkout',
  '/orders',
  '/addresses',
  '/nothing-here',
];

async function open(page: Page, locale: string, path: string): Promise<void> {
  const article = path.includes(':product') ? await articleWithStock(3) : undefined;
  await page.goto(`/${locale}${path.replace(':product', article?.handle ?? '')}`);
}

test.describe(() => {
  test.use({ expectedNoise: /404/ });

  for (const theme of ['light', 'dark'] as const) {
    for (const path of paths) {
      test(`axe finds nothing on ${path || '/'} (${theme})`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme });
        await open(page, theme === 'light' ? 'en' : 'ko', path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
        ).toEqual([]);
      });
    }
  }

  for (const path of paths) {
    test(`${path || '/'} fits the screen`, async ({ page }) => {
      await open(page, 'ko', path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }

  test('An address that leads nowhere gets a page that leads on', async ({ page }) => {
    const answer = await page.goto('/en/nothing-here');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/en$/);
  });
});

test('A product page asks the graph for nothing on first load, and nothing moves', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/graphql') asked.push(request.postData() ?? request.url());
  });
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Object.assign(window, { shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, 'en', '/p/:product');
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, 'shift'))).toBe(0);
});

test('A pointer near a link asks for the whole page in one round trip; the click asks for nothing more', async ({
  page,
}) => {
  const queries = ['ProductPage_Query', 'ProductPurchase_Query'];
  const asked: string[] = [];
  const answered: string[] = [];
  const allAreAsked = Promise.withResolvers<void>();
  await page.goto('/en/c/lighting');
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON();
    if (!queries.includes(operationName)) return route.continue();
    asked.push(operationName);
    await allAreAsked.promise;
    await route.fulfill({ response: await route.fetch() });
    answered.push(operationName);
  });

  const link = page.getByRole('main').getByRole('article').first().getByRole('link').first();
  const askedByHovering = async () => {
    await page.mouse.move(0, 0);
    await link.hover();
    return asked.toSorted();
  };
  await expect.poll(askedByHovering).toEqual(queries);
  allAreAsked.resolve();
  await expect.poll(() => answered.toSorted()).toEqual(queries);
  await link.click();
  await expect(page.getByRole('button', { name: /Add to cart|Sold out/ })).toBeVisible();
  expect(asked.toSorted()).toEqual(queries);
});

test('Pages tell search engines what they are', async ({ page }) => {
  const article = await articleWithStock(3);
  await page.goto(`/en/p/${article.handle}`);
  await expect(page).toHaveTitle(new RegExp(article.name));
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`/en/p/${article.handle}$`),
  );
  await expect(page.locator('link[rel=alternate][hreflang=ko]')).toHaveAttribute(
    'href',
    new RegExp(`/ko/p/${article.handle}$`),
  );
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /.{20,}/);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /.+/);
  const structured = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(structured.map((text) => JSON.parse(text)['@type'])).toContain('Product');

  const sitemap = await (await page.request.get('/sitemap.xml')).text();
  expect(sitemap).toContain(`/ko/p/${article.handle}`);
  expect(await (await page.request.get('/robots.txt')).text()).toContain('Sitemap:');
});

test('The pages’ security headers hold', async ({ page }) => {
  const answer = await page.goto('/en');
  const headers = answer?.headers() ?? {};
  expect(headers['content-security-policy']).toMatch(/script-src [^;]*'nonce-/);
  expect(headers['content-security-policy']).not.toMatch(/script-src [^;]*'unsafe-inline'/);
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('The footer’s switch outlines which team owns what', async ({ page }) => {
  await open(page, 'en', '/p/:product');
  const outlines = () =>
    page
      .locator('[data-owner]')
      .evaluateAll((regions) =>
        regions.map((region) => [region.getAttribute('data-owner'), getComputedStyle(region).outlineStyle]),
      );
  expect(new Set((await outlines()).map(([owner]) => owner))).toEqual(
    new Set(['mfe-catalog', 'mfe-order', 'mfe-delivery']),
  );
  expect(new Set((await outlines()).map(([, style]) => style))).toEqual(new Set(['none']));
  await page.getByRole('checkbox', { name: /which team owns/ }).check();
  expect((await outlines()).map(([, style]) => style)).not.toContain('none');
});

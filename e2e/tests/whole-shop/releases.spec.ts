import { addArticle, cartCount, openArticle } from '../../checkout.ts';
import { withRelease } from '../../release.ts';
import { shop } from '../../shop.ts';
import { expect, test } from '../../test.ts';
import { articleWithStock } from '../../world.ts';

test('A new version is met at the next page view; an open page keeps what it has, and nothing else is restarted', async ({
  page,
}) => {
  const article = await articleWithStock(5);
  const versionOf = (html: string) => /\/releases\/mfe-order\/([^/]+)\//.exec(html)?.[1];
  await addArticle(page, article);
  const before = (await shop.status()).processes;
  const old = versionOf(await page.content());

  await withRelease('mfe-order', { from: 'Your orders', to: 'Orders of yours' }, async (version) => {
    const view = async () => (await page.request.get(`/en/p/${article.handle}`)).text();
    await expect.poll(async () => versionOf(await view())).toBe(version);

    // The open page loads the rest of its own release, also code that it had not loaded yet.
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/releases/mfe-order/')) asked.push(request.url());
    });
    await page.getByRole('button', { name: 'Cart, 1 article' }).click();
    await expect(page.getByRole('link', { name: 'Check out' })).toBeVisible();
    await page.getByRole('link', { name: 'Your orders' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible();
    expect(asked.filter((url) => !url.includes(`/${old}/`))).toEqual([]);

    await page.goto('/en/orders');
    await expect(page.getByRole('heading', { level: 1, name: 'Orders of yours' })).toBeVisible();
    expect(await cartCount(page)).toBe(1);
  });

  await expect.poll(async () => versionOf(await (await page.request.get('/en/cart')).text())).toBe(old);
  const after = (await shop.status()).processes;
  expect(Object.values(after).map(({ pid }) => pid)).toEqual(Object.values(before).map(({ pid }) => pid));
});

test.describe(() => {
  test.use({ expectedNoise: /./ });

  test('With a micro-frontend that throws while it renders the rest of the page works, on the server and in the browser', async ({
    page,
  }) => {
    const article = await articleWithStock(5);
    const broken = { from: '.whenWouldItArrive', to: '.thrown.at.render' };
    await withRelease('mfe-delivery', broken, async (version) => {
      const view = async () => (await page.request.get(`/en/p/${article.handle}`)).text();
      await expect.poll(view).toContain(`/releases/mfe-delivery/${version}/`);
      await openArticle(page, article);
      await expect(page.getByText('When would it arrive?')).toBeHidden();
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await expect.poll(() => cartCount(page)).toBe(1);
    });
  });

  test('A micro-frontend that throws while it is loaded is left out, and the release before is used', async ({
    page,
  }) => {
    const article = await articleWithStock(5);
    const broken = { from: '"use strict";', to: 'throw new Error("broken at load");' };
    await withRelease('mfe-delivery', broken, async () => {
      await openArticle(page, article);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await expect.poll(() => cartCount(page)).toBe(1);
    });
  });
});

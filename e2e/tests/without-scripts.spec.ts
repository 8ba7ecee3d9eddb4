// JavaScript off, or not yet loaded: browsing, adding to the cart and changing it work, by links and plain form posts.
import { cartCount, openArticle } from '../checkout.ts';
import { expect, test } from '../test.ts';
import { articleWithStock } from '../world.ts';

test.use({ javaScriptEnabled: false });

test('Without JavaScript a shopper finds an article', async ({ page }) => {
  await page.goto('/en');
  await page.goto('/en/search?q=chair');
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/en\/p\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('Without JavaScript the cart is filled, changed and emptied', async ({ page }) => {
  const article = await articleWithStock(5);
  await openArticle(page, article);
  await page.getByRole('spinbutton').fill('2');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page).toHaveURL(new RegExp(`/en/p/${article.handle}`));
  expect(await cartCount(page)).toBe(2);

  await page.goto('/en/cart');
  await page.getByRole('spinbutton').fill('3');
  await page.getByRole('button', { name: 'Update' }).click();
  expect(await cartCount(page)).toBe(3);
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByText('Your cart is empty')).toBeVisible();
});

// The checkout as a shopper walks through it.
import type { Page } from '@playwright/test';
import { expect } from './test.ts';
import type { Article } from './world.ts';

export async function openArticle(page: Page, { handle, sku }: Article): Promise<void> {
  await page.goto(`/en/p/${handle}?sku=${sku}`);
}

export async function addArticle(page: Page, article: Article): Promise<void> {
  await openArticle(page, article);
  const before = await cartCount(page);
  // The count is optimistic: leaving the page before the answer would take the article out of the cart again. Before there are scripts it is a form.
  const answered = page.waitForResponse(
    (one) =>
      one.url().includes('/actions/cart.add') || (one.request().postData()?.includes('AddToCart') ?? false),
  );
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await (await answered).finished();
  await expect.poll(() => cartCount(page)).toBe(before + 1);
}

export const cartCount = async (page: Page) =>
  Number(await page.locator('[data-cart-count]').getAttribute('data-cart-count'));

export async function enterContact(page: Page): Promise<void> {
  await page.goto('/en/checkout');
  await page.getByLabel('E-mail address').fill('mina@example.com');
  await page.getByRole('button', { name: 'Continue' }).click();
}

export async function enterAddress(page: Page): Promise<void> {
  await page.getByLabel('Country').selectOption('US');
  await page.getByLabel('Name', { exact: true }).fill('Mina Kim');
  await page.getByLabel('ZIP code').fill('10001');
  await page.getByLabel('State').selectOption('NY');
  await page.getByLabel('City').fill('New York');
  await page.getByLabel('Street address').fill('1 Main Street');
}

export async function payWith(page: Page, testCard: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Use ${testCard}`) }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** From the cart to the last button; nothing is ordered yet. */
export async function toReview(page: Page, testCard = '4242 4242 4242 4242'): Promise<void> {
  await enterContact(page);
  await enterAddress(page);
  await page.getByRole('radio', { name: /Standard/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await payWith(page, testCard);
  await expect(placeOrderButton(page)).toBeEnabled();
}

export const placeOrderButton = (page: Page) => page.getByRole('button', { name: /^Place order for/ });

import type { Request } from '@playwright/test';
import { addArticle, openArticle, placeOrderButton, toReview } from '../checkout.ts';
import { expect, test } from '../test.ts';
import { articleWithStock } from '../world.ts';

test('A product page says when it would arrive, and remembers the postcode', async ({ page }) => {
  await openArticle(page, await articleWithStock(3));
  await page.getByLabel('Country').selectOption('US');
  await page.getByLabel('ZIP code').fill('10001');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText(/^Arrives \w{3}, \w{3} \d+/)).toBeVisible();

  await openArticle(page, await articleWithStock(3));
  await expect(page.getByText(/^Arrives \w{3}, \w{3} \d+/)).toBeVisible();
});

test('An address is saved, changed and removed, and brought back', async ({ page }) => {
  await page.goto('/en/addresses');
  await page.getByRole('button', { name: /Add/ }).click();
  await page.getByLabel('Country').selectOption('US');
  await page.getByLabel('Name', { exact: true }).fill('Mina Kim');
  await page.getByLabel('Street address').fill('1 Main Street');
  await page.getByLabel('City').fill('New York');
  await page.getByLabel('State').selectOption('NY');
  await page.getByLabel('ZIP code').fill('1');
  await page.getByRole('button', { name: /Save/ }).click();
  await expect(page.getByText('Five digits, such as 10001, or ZIP+4.')).toBeVisible();
  await page.getByLabel('ZIP code').fill('10001');
  await page.getByRole('button', { name: /Save/ }).click();
  const entry = page.getByText('1 Main Street');
  await expect(entry).toBeVisible();
  await page.getByRole('button', { name: /Remove/ }).click();
  await expect(entry).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(entry).toBeVisible();
  await page.reload();
  await expect(entry).toBeVisible();
});

test('The tracking page moves on while one looks, by one stream of events', async ({ page }) => {
  await addArticle(page, await articleWithStock(3));
  await toReview(page);
  await placeOrderButton(page).click();
  await page.getByRole('link', { name: 'Follow the parcel' }).click();
  await expect(page).toHaveURL(/\/en\/tracking\//);

  // What the page before may still begin is not counted.
  await page.reload({ waitUntil: 'commit' });
  const asked: string[] = [];
  const finished: string[] = [];
  page.on('request', (request) => asked.push(...operationOf(request)));
  page.on('requestfinished', (request) => finished.push(...operationOf(request)));
  const now = page.getByRole('region', { name: 'Parcel' }).locator('[aria-live="polite"]');
  await expect(now).toContainText('Out for delivery', { timeout: 60_000 });
  expect(asked.filter((name) => name === 'DeliveryChanged_Subscription')).toHaveLength(1);
  expect(finished).not.toContain('DeliveryChanged_Subscription');
  // Nothing is asked again and again.
  expect(asked).toEqual([...new Set(asked)]);
  await expect(now).toContainText('Delivered', { timeout: 60_000 });
});

/** What a request asks the graph for, if it does. */
function operationOf(request: Request): string[] {
  return request.url().endsWith('/graphql') ? [request.postDataJSON().operationName] : [];
}

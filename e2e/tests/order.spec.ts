import { addArticle, cartCount, openArticle, placeOrderButton, toReview } from '../checkout.ts';
import { shop } from '../shop.ts';
import { expect, test } from '../test.ts';
import { articleWithStock, availableOf, setPrice, setStock } from '../world.ts';

test('Adding to the cart changes the header at once', async ({ page }) => {
  await openArticle(page, await articleWithStock(10));
  // The answer is held back: what the header shows is the optimistic result.
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('AddToCart')) await held;
    await route.continue();
  });
  const answered = page.waitForResponse((one) => one.request().postData()?.includes('AddToCart') ?? false);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect.poll(() => cartCount(page)).toBe(1);
  await expect(page.getByText('1 in your cart')).toBeVisible();
  answer();
  await (await answered).finished();
  await page.reload();
  expect(await cartCount(page)).toBe(1);
});

test('A line can be changed, removed and brought back', async ({ page }) => {
  await addArticle(page, await articleWithStock(10));
  await page.goto('/en/cart');
  const quantity = page.getByRole('spinbutton');
  await quantity.fill('3');
  await quantity.blur();
  await expect.poll(() => cartCount(page)).toBe(3);
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByText('Your cart is empty')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => cartCount(page)).toBe(3);
});

test('A shopper places an order and follows it until it is delivered', async ({ page }) => {
  const article = await articleWithStock(10);
  await addArticle(page, article);
  await toReview(page);
  await placeOrderButton(page).click();
  await expect(page).toHaveURL(/\/en\/orders\//);
  await expect(page.getByText('Thank you. Your order is placed.')).toBeVisible();
  expect(await cartCount(page)).toBe(0);
  await expect(page.getByText('Paid and confirmed')).toBeVisible();
  await expect(page.getByText('Delivered', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  expect(await availableOf(article)).toBe(9);
  await page.goto('/en/orders');
  await expect(page.getByRole('link', { name: /^Order A-/ })).toBeVisible();
});

test('What is sold out between cart and checkout is told, and the cart stays', async ({ page }) => {
  const article = await articleWithStock(5);
  await addArticle(page, article);
  await toReview(page);
  await setStock(article, 0);
  await placeOrderButton(page).click();
  await expect(page.getByText('Someone was faster.')).toBeVisible();
  await page.getByRole('link', { name: 'To the cart' }).click();
  await expect(page.getByText('Sold out in the meantime.')).toBeVisible();
  expect(await cartCount(page)).toBe(1);
});

test('A price that changes between cart and checkout is shown before it is paid', async ({ page }) => {
  const article = await articleWithStock(5);
  await addArticle(page, article);
  await toReview(page);
  await setPrice(article, { KRW: 99_000, USD: article.priceUsd + 1000 });
  // Order hears of it by an event.
  await expect
    .poll(async () => {
      const cart = await page.request.get('/en/cart');
      return (await cart.text()).includes('Use the new prices');
    })
    .toBe(true);
  await placeOrderButton(page).click();
  await expect(page.getByText(/Prices changed while you were checking out/)).toBeVisible();
});

test('A declined card leads back to the payment, and another card is taken', async ({ page }) => {
  await addArticle(page, await articleWithStock(5));
  await toReview(page, '4000 0000 0000 0002');
  await placeOrderButton(page).click();
  await expect(page.getByText('The card was declined.')).toBeVisible();
  await page.getByRole('button', { name: /^Use 4242/ }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await placeOrderButton(page).click();
  await expect(page).toHaveURL(/\/en\/orders\//);
});

test('Pressing "place order" twice places one order', async ({ page }) => {
  await addArticle(page, await articleWithStock(5));
  await toReview(page);
  await placeOrderButton(page).dblclick();
  await expect(page).toHaveURL(/\/en\/orders\//);
  await page.goto('/en/orders');
  await expect(page.getByRole('link', { name: /^Order A-/ })).toHaveCount(1);
});

test('Cancelling before dispatch gives the stock back', async ({ page }) => {
  const article = await articleWithStock(5);
  await addArticle(page, article);
  await toReview(page);
  // While delivery is away no parcel leaves, however long the clicks take.
  await shop.without('delivery', async () => {
    await placeOrderButton(page).click();
    await expect(page).toHaveURL(/\/en\/orders\//);
    await page.getByRole('button', { name: 'Cancel order' }).click();
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await expect(page.getByText('Money returned')).toBeVisible();
  });
  await expect.poll(() => availableOf(article)).toBe(5);
});

test('An order that is cancelled in one tab is seen to be cancelled in the other', async ({
  page,
  context,
}) => {
  await addArticle(page, await articleWithStock(5));
  await toReview(page);
  await shop.without('delivery', async () => {
    await placeOrderButton(page).click();
    await expect(page.getByText('Paid and confirmed (done)')).toBeVisible();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Cancel order' }).click();
    await other.getByRole('button', { name: 'Yes, cancel it' }).click();
    await expect(page.getByRole('button', { name: 'Cancel order' })).toBeHidden();
    await expect(page.getByText('Money returned')).toBeVisible();
  });
});

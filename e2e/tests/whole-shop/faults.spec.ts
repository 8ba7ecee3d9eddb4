// One part is away: the others work as far as they can, no order is lost, and what comes back is in service by itself.
import { addArticle, cartCount, enterContact, payWith, placeOrderButton, toReview } from '../../checkout.ts';
import { graphAs } from '../../graph.ts';
import { addToCart, orderState, placeOrder } from '../../orders.ts';
import { type ProcessName, shop } from '../../shop.ts';
import { expect, test } from '../../test.ts';
import { articleWithStock } from '../../world.ts';

test('With delivery down the product page and the checkout work, and the order is taken and later delivered', async ({
  page,
}) => {
  const article = await articleWithStock(5);
  await shop.without('delivery', async () => {
    await addArticle(page, article);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(article.name);
    await enterContact(page);
    await page.getByLabel('Country').selectOption('US');
    await page.getByLabel('Name', { exact: true }).fill('Mina Kim');
    await page.getByLabel('Postcode').fill('10001');
    await page.getByLabel('City').fill('New York');
    await page.getByLabel('Address', { exact: true }).fill('1 Main Street');
    await page.getByRole('button', { name: 'Continue' }).click();
    await payWith(page, '4242 4242 4242 4242');
    await placeOrderButton(page).click();
    await expect(page).toHaveURL(/\/en\/orders\//);
    await expect(page.getByText('Paid and confirmed')).toBeVisible();
  });
  await page.reload();
  await expect(page.getByText('Handed to the carrier').first()).toBeVisible({ timeout: 60_000 });
});

test('With catalog down the cart is readable and orders are taken; they go on when it is back', async ({
  page,
}) => {
  const ask = await graphAs(`catalog-down-${Date.now()}`);
  const article = await articleWithStock(5);
  await addToCart(ask, article);
  let id = '';
  await shop.without('catalog', async () => {
    const placed = await placeOrder(ask);
    expect(placed).toMatchObject({ __typename: 'Order', state: 'PLACED' });
    id = placed.id ?? '';
    await page.goto('/en/cart');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
  await expect.poll(() => orderState(ask, id), { timeout: 30_000 }).toMatch(/CONFIRMED|DISPATCHED/);
});

for (const process of [
  'catalog',
  'order',
  'delivery',
  'router',
  'registry',
  'shell',
  'postgres',
] satisfies ProcessName[]) {
  test(`After kill -9 of ${process} it is back in service by itself, and no order is lost`, async ({
    page,
  }) => {
    const visitor = `killed-${process}-${Date.now()}`;
    const ask = await graphAs(visitor);
    const article = await articleWithStock(5);
    await addToCart(ask, article);
    const before = await placeOrder(ask);
    expect(before.__typename).toBe('Order');

    const restartsBefore = (await shop.status()).processes[process]?.restarts ?? 0;
    await shop.act(process, 'kill');
    await expect
      .poll(async () => (await shop.status()).processes[process], { timeout: 60_000 })
      .toMatchObject({ state: 'ready', restarts: restartsBefore + 1 });

    await expect(async () => expect((await page.goto('/en'))?.status()).toBe(200)).toPass({
      timeout: 30_000,
    });
    await expect
      .poll(() => orderState(ask, before.id ?? '').catch(() => undefined), { timeout: 30_000 })
      .toMatch(/CONFIRMED|DISPATCHED|DELIVERED/);
    await addToCart(ask, article);
    expect((await placeOrder(ask)).__typename).toBe('Order');
  });
}

test.describe('an order page stays open', () => {
  // Each attempt at a stream that fails.
  test.use({ expectedNoise: /\b503\b/ });

  test('With the router away an order page shows what it knew, and goes on by itself when it is back', async ({
    page,
  }) => {
    await addArticle(page, await articleWithStock(5));
    await toReview(page);
    await placeOrderButton(page).click();
    await page.getByRole('link', { name: 'Follow the parcel' }).waitFor();
    await shop.without('router', () => expect(page.getByText('Paid and confirmed (done)')).toBeVisible());
    // Both streams, the order's and the parcel's.
    const delivered = page.getByText('Delivered (done)');
    await expect(delivered).toHaveCount(2, { timeout: 60_000 });
  });
});

const broken = {
  missing: { status: 404, body: '' },
  'broken at load': {
    status: 200,
    contentType: 'text/javascript',
    body: 'throw new Error("broken at load");',
  },
} as const;

for (const [how, answer] of Object.entries(broken)) {
  test.describe(`delivery’s bundle ${how}`, () => {
    test.use({ expectedNoise: /./ });

    test(`With a micro-frontend’s bundle ${how} the rest of the page works`, async ({ page }) => {
      await page.route('**/releases/mfe-delivery/**', (route) => route.fulfill(answer));
      await addArticle(page, await articleWithStock(5));
      expect(await cartCount(page)).toBe(1);
      await page.getByRole('link', { name: 'Arcade' }).first().click();
      await expect(page).toHaveURL(/\/en$/);
    });
  });
}

test('With a micro-frontend’s bundle slow the rest of the page works meanwhile', async ({ page }) => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/releases/mfe-delivery/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  const { handle } = await articleWithStock(5);
  await page.goto(`/en/p/${handle}`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect.poll(() => cartCount(page)).toBe(1);
  go();
  await expect(page.getByText('When would it arrive?')).toBeVisible();
});

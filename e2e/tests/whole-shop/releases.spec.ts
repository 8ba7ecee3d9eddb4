import { addArticle, cartCount, openArticle } from '../../checkout.ts';
import { type Registry, shellGives } from '../../registry.ts';
import { replaced, type Unit } from '../../release.ts';
import { expect, test } from '../../rollout.ts';
import { shop } from '../../shop.ts';
import { articleWithStock } from '../../world.ts';

/** For everybody, what was built with this changed in its code. */
async function release(registry: Registry, unit: Unit, from: string, to: string): Promise<string> {
  const version = await registry.publish(unit, { script: replaced(from, to) });
  await registry.deploy(unit, version, { traffic: 100 });
  return version;
}

test('A new version is met at the next page view; an open page keeps what it has, and nothing else is restarted', async ({
  page,
  registry,
}) => {
  const article = await articleWithStock(5);
  const { stable: old } = await registry.liveOf('mfe-order');
  await addArticle(page, article);
  const before = (await shop.status()).processes;

  const version = await release(registry, 'mfe-order', 'Your orders', 'Orders of yours');
  await shellGives('mfe-order', version);

  // The open page loads the rest of its own release, also code that it had not loaded yet.
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/releases/mfe-order/')) asked.push(request.url());
  });
  await page.getByRole('button', { name: 'Cart, 1 article' }).click();
  await expect(page.getByRole('link', { name: 'Check out' })).toBeVisible();
  await page.getByRole('link', { name: 'Your orders' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible();
  expect(asked.filter((url) => !url.includes(`/${old.version}/`))).toEqual([]);

  await page.goto('/en/orders');
  await expect(page.getByRole('heading', { level: 1, name: 'Orders of yours' })).toBeVisible();
  expect(await cartCount(page)).toBe(1);

  await registry.rollback('mfe-order', version);
  await shellGives('mfe-order', old.version);
  const after = (await shop.status()).processes;
  expect(Object.values(after).map(({ pid }) => pid)).toEqual(Object.values(before).map(({ pid }) => pid));
});

test.describe(() => {
  test.use({ expectedNoise: /./ });

  test('With a micro-frontend that throws while it renders the rest of the page works, on the server and in the browser', async ({
    page,
    registry,
  }) => {
    const article = await articleWithStock(5);
    const version = await release(registry, 'mfe-delivery', '.whenWouldItArrive', '.thrown.at.render');
    await shellGives('mfe-delivery', version);
    await openArticle(page, article);
    await expect(page.getByText('When would it arrive?')).toBeHidden();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expect.poll(() => cartCount(page)).toBe(1);
  });
});

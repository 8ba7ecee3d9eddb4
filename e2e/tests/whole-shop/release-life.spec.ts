// The whole life of a release, as shoppers live through it: one whose number is inside the share, and one whose number is not.
import type { Page } from '@playwright/test';
import { addArticle, cartCount } from '../../checkout.ts';
import { shellGives } from '../../registry.ts';
import { replaced } from '../../release.ts';
import { expect, followViews, test } from '../../rollout.ts';
import { newVisitor } from '../../visitors.ts';
import { articleWithStock } from '../../world.ts';

test.slow();

const before = 'Your orders';
const after = 'Orders of yours';

/** In the page that is open, as far as it has not been loaded yet: the cart's flyout, and another page of the same team. */
async function lookFurther(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Cart, 1 article' }).click();
  await expect(page.getByRole('link', { name: 'Check out' })).toBeVisible();
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function meets(page: Page, title: string): Promise<void> {
  await page.goto('/en/orders');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(await cartCount(page)).toBe(1);
  await page.goto('/en');
}

test('A release at 10 %, promoted and rolled back: each shopper meets what is theirs at the next page view, and no cart is lost', async ({
  registry,
  shopper,
}) => {
  const article = await articleWithStock(5);
  const inside = newVisitor('inside', 10);
  const outside = newVisitor('outside', 10);
  const lucky = await shopper(inside);
  const other = await shopper(outside);
  const views = [lucky, other].map(followViews);
  for (const page of [lucky, other]) await addArticle(page, article);
  const { stable } = await registry.liveOf('mfe-order');
  const version = await registry.publish('mfe-order', {
    script: replaced(before, after),
    // What it asks the graph is registered by its release, and goes on being answered to pages that stay open.
    operation: { name: 'HeaderCart_Query', edit: replaced('quantity', 'quantity counted:quantity') },
  });

  await registry.deploy('mfe-order', version, { traffic: 10 });
  await shellGives('mfe-order', version, inside);
  for (const page of [lucky, other]) await lookFurther(page, before);
  await meets(lucky, after);
  await meets(other, before);

  await registry.promote('mfe-order');
  await shellGives('mfe-order', version, outside);
  await lookFurther(lucky, after);
  await lookFurther(other, before);
  for (const page of [lucky, other]) await meets(page, after);

  await registry.rollback('mfe-order', version);
  await shellGives('mfe-order', stable.version, outside);
  for (const page of [lucky, other]) await lookFurther(page, after);
  for (const page of [lucky, other]) await meets(page, before);

  for (const { mixed } of views) expect(await mixed()).toEqual([]);
});

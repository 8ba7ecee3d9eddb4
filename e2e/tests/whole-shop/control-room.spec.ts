// The control room, as somebody of the order team uses it: in a browser, on the registry of a whole shop.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { loadSecrets } from '../../../scripts/shop/secrets.ts';
import { env } from '../../env.ts';
import { shellGives } from '../../registry.ts';
import { replaced } from '../../release.ts';
import { expect, test } from '../../rollout.ts';
import { shop } from '../../shop.ts';

const unit = 'mfe-order';
const renamed = { script: replaced('Your orders', 'Orders of yours') };

/** As it is laid out: what stands side by side has a space between. */
const inWords = { useInnerText: true };

const roomAddress = async () => (await shop.status()).processes.registry?.address ?? '';
const tokens = loadSecrets(env.DATA_DIR).registryTokens;

async function signIn(page: Page, token: string): Promise<void> {
  await page.goto(`${await roomAddress()}/sign-in`);
  await page.getByLabel('Token').fill(token);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

test('A release is deployed to some, promoted and taken back from the control room, and the log has all of it', async ({
  page,
  registry,
}) => {
  const before = (await registry.liveOf(unit)).stable;
  const version = await registry.publish(unit, renamed);
  await signIn(page, tokens.order);
  await expect(page.getByText('All services are up.')).toBeVisible();
  await page.getByRole('link', { name: `Deploy ${unit}` }).click();
  await page.getByLabel('Release').selectOption(version);
  await page.getByLabel('Percent of visitors').fill('10');
  await page.getByRole('button', { name: 'Check and confirm' }).click();
  await expect(page.getByText('It may be deployed.')).toBeVisible();
  await page.getByLabel('Reason').fill('a new heading');
  await page.getByRole('button', { name: 'Deploy to 10 %' }).click();
  await expect(
    page.getByText(`Done: ${unit}@${version} gets 10 % of the visitors (numbers 0 to 999).`),
  ).toBeVisible();
  const live = page.getByRole('region', { name: 'What is live' });
  await expect(live).toContainText(`Candidate ${version} 10 %`, inWords);

  await page.getByRole('link', { name: `Promote ${unit}` }).click();
  await page.getByRole('button', { name: 'Promote' }).click();
  await expect(live).toContainText(`Stable ${version} 100 %`, inWords);
  await shellGives(unit, version);
  await page.goto('/en/orders');
  await expect(page.getByRole('heading', { level: 1, name: 'Orders of yours' })).toBeVisible();

  await page.goto(`${await roomAddress()}/units/${unit}`);
  await page.getByRole('link', { name: `Roll back ${unit}` }).click();
  await page.getByRole('button', { name: 'Roll back' }).click();
  await expect(live).toContainText(`Stable ${before.version} 100 %`, inWords);

  await page.goto(`${await roomAddress()}/log?unit=${unit}`);
  const acts = page.getByRole('main').getByRole('listitem');
  await expect(acts.nth(0)).toContainText(
    `${unit}@${version} is taken back; ${before.version} has everybody`,
  );
  await expect(acts.nth(1)).toContainText(`${unit}@${version} is stable`);
  await expect(acts.nth(2)).toContainText(`${unit}@${version} gets 10 %`);
  await expect(acts.nth(2)).toContainText('a new heading');
  await expect(acts.nth(2)).toContainText('order team');
  await expect(acts.nth(3)).toContainText(`${unit}@${version} is published`);
});

test('What changes while somebody looks is shown in place, and who is at a link stays at it', async ({
  page,
  registry,
}) => {
  const version = await registry.publish(unit, renamed);
  await page.goto(`${await roomAddress()}/`);
  const card = page.getByRole('article', { name: unit });
  await expect(card).not.toContainText('Candidate');
  await card.getByRole('link', { name: unit }).focus();
  await registry.deploy(unit, version, { traffic: 5 });
  await expect(card).toContainText(`Candidate ${version} 5 %`, inWords);
  await expect(card.getByRole('link', { name: unit })).toBeFocused();
  await registry.rollback(unit, version);
  await expect(card).not.toContainText('Candidate');
});

const places = [
  '/',
  `/units/${unit}`,
  '/units/subgraphs%2Fcatalog',
  `/units/${unit}/deploy?version=latest&traffic=10`,
  '/fields?name=Product.name',
  '/fields?name=Product.nam',
  '/log',
  '/sign-in',
];

for (const place of places) {
  test(`axe finds nothing on ${place} of the control room, by day and by night, and it fits a phone`, async ({
    page,
  }) => {
    await signIn(page, tokens.admin);
    await page.goto(`${await roomAddress()}${place}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
      ).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

// A release that is broken, given to half of the visitors: both halves go on shopping, and it is rolled back by itself, with the reason in the log.
import path from 'node:path';
import { type Broken, brokenReleases } from '../../broken.ts';
import { addArticle, cartCount } from '../../checkout.ts';
import { env } from '../../env.ts';
import { type Registry, shellGives } from '../../registry.ts';
import { expect, test } from '../../rollout.ts';
import { newVisitor, pageView, visitorCookie } from '../../visitors.ts';
import { articleWithStock } from '../../world.ts';

test.slow();

const clientFolder = (place: string, unit: string, version: string) =>
  path.join(env.DATA_DIR, place, unit, version, 'client');

/** Publishes it and gives it to half of the visitors. */
async function deployBroken(registry: Registry, broken: Broken): Promise<string> {
  const { unit, change, inRegistry, forced } = broken;
  const version = await registry.publish(unit, change);
  await inRegistry?.(clientFolder('releases', unit, version));
  const traffic = 50;
  if (forced) {
    await expect(registry.deploy(unit, version, { traffic })).rejects.toThrow(forced.words);
    await registry.deploy(unit, version, { traffic, force: true, reason: forced.reason });
  } else await registry.deploy(unit, version, { traffic });
  return version;
}

for (const [how, broken] of Object.entries(brokenReleases)) {
  const { unit, metBy, inFlyout, why, noise, inShell } = broken;
  test.describe(() => {
    test.use({ expectedNoise: noise ?? /^$/ });

    test(`With a release at 50 % that ${how} both halves go on shopping, until it is rolled back by itself`, async ({
      registry,
      shopper,
    }) => {
      const article = await articleWithStock(5);
      const inside = newVisitor('inside', 50);
      const lucky = await shopper(newVisitor('outside', 50));
      const unlucky = await shopper(inside);
      const { stable } = await registry.liveOf(unit);
      const version = await deployBroken(registry, broken);
      if (metBy === 'server') await shellMisses(registry, unit, inside);
      else await shellGives(unit, version, inside);
      await inShell?.(clientFolder('shell/releases', unit, version));

      const beacon = metBy === 'browser' ? unlucky.waitForRequest('**/reports') : undefined;
      await addArticle(unlucky, article);
      await addArticle(lucky, article);
      if (inFlyout) await unlucky.getByRole('button', { name: 'Cart, 1 article' }).click();
      const told = (await beacon)?.postData();
      await unlucky.goto('/en/cart');
      await expect(unlucky.getByRole('heading', { level: 1, name: 'Cart' })).toBeVisible();

      await rolledBack(registry, unit, async () => {
        const view = await pageView(`/en/p/${article.handle}`);
        if (told && view.releases[unit] === version) await tell(told, view.cookie);
      });
      const [last] = await registry.log({ unit, limit: 1 });
      expect(last).toMatchObject({
        actor: 'watch',
        act: { act: 'rollback', from: version, to: stable.version },
      });
      expect(last?.reason).toMatch(
        new RegExp(`^${unit} ${version} rolled back: \\d+ of \\d+ visitors .* ${why}`),
      );

      await shellGives(unit, stable.version, inside);
      for (const page of [lucky, unlucky]) {
        await page.goto('/en/cart');
        expect(await cartCount(page)).toBe(1);
      }
    });
  });
}

/** Resolves when the shell has found that it cannot give the candidate to whoever has this cookie, and said so. */
async function shellMisses(registry: Registry, unit: string, cookie: string): Promise<void> {
  const missed = async () => {
    await pageView('/en', cookie);
    return (await registry.rollout(unit))?.rates.load.candidate.failed;
  };
  await expect.poll(missed, { timeout: 30_000 }).toBe(1);
}

/** New visitors come until the candidate is taken away. */
async function rolledBack(registry: Registry, unit: string, visit: () => Promise<void>): Promise<void> {
  const come = async () => {
    await Promise.all([visit(), visit(), visit(), visit()]);
    return (await registry.liveOf(unit)).candidate;
  };
  await expect.poll(come, { intervals: [0], timeout: 60_000 }).toBeNull();
}

/** As their browser would. */
async function tell(report: string, cookie: string): Promise<void> {
  const headers = { origin: env.BASE_URL, cookie: `${visitorCookie}=${cookie}` };
  const response = await fetch(new URL('/reports', env.BASE_URL), { method: 'POST', headers, body: report });
  expect(response.status).toBe(204);
}

import { expect, test } from '../test.ts';
import { articleInColours } from '../world.ts';

const languages = [
  { locale: 'en', query: 'chair', typo: 'chiar', language: 'en-US' },
  { locale: 'ko', query: '의자', typo: '의쟈', language: 'ko-KR' },
] as const;

for (const { locale, query, typo, language } of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test(`A shopper is met in the language of the browser (${language})`, async ({ page }) => {
      await page.goto('/');
      await expect(page).toHaveURL(new RegExp(`/${locale}$`));
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
    });

    test(`A shopper searches, filters, sorts and comes back to the same place (${language})`, async ({
      page,
    }) => {
      await page.goto(`/${locale}/search?q=${encodeURIComponent(query)}`);
      const cards = page.getByRole('main').getByRole('article');
      await expect(cards.first()).toBeVisible();
      await cards.first().getByRole('link').first().click();
      await expect(page).toHaveURL(new RegExp(`/${locale}/p/`));
      await page.goBack();
      await expect(page).toHaveURL(/\/search\?q=/);
      await expect(cards.first()).toBeVisible();
    });

    test(`A typing error is found all the same (${language})`, async ({ page }) => {
      await page.goto(`/${locale}/search?q=${encodeURIComponent(typo)}`);
      await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
    });
  });
}

test('A search that finds nothing says so and leads on', async ({ page }) => {
  await page.goto('/en/search?q=zzzzqqqq');
  await expect(page.getByText('Nothing here by that name')).toBeVisible();
  await page.getByRole('link', { name: 'See everything' }).click();
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
});

test('Filters, sorting and "show more" live in the address, and "back" keeps the place', async ({ page }) => {
  await page.goto('/en/c/furniture');
  const cards = page.getByRole('main').getByRole('article');
  const total = await cards.count();

  await page.getByRole('button', { name: /^Material/ }).click();
  await page.getByRole('checkbox', { name: /Oak/ }).check();
  await expect(page).toHaveURL(/material=oak/);
  await expect.poll(() => cards.count()).toBeLessThan(total);
  await page.keyboard.press('Escape');

  await page.getByLabel('Sort by').selectOption({ label: 'Price, low to high' });
  await expect(page).toHaveURL(/sort=PRICE_ASC/i);
  const areByPrice = async () => {
    const prices = (await cards.allInnerTexts()).map((text) =>
      Number(/\$([\d,]+(?:\.\d\d)?)/.exec(text)?.[1]?.replace(',', '')),
    );
    return prices.length > 1 && prices.every((price, n) => price >= (prices[n - 1] ?? 0));
  };
  await expect.poll(areByPrice).toBe(true);

  await page.goto('/en/search');
  const first = await cards.count();
  await page.getByRole('link', { name: 'Show more' }).click();
  await expect.poll(() => cards.count()).toBeGreaterThan(first);
  const shown = await cards.count();
  await cards.last().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/en\/p\//);
  await page.goBack();
  await expect.poll(() => cards.count()).toBe(shown);
  await expect(cards.last()).toBeInViewport();
});

test('Suggestions come while one types, and the keyboard chooses', async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('combobox', { name: 'Search the shop' }).pressSequentially('note');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/(p|c|search)/);
});

test('Language, currency and theme are switched where one is', async ({ page }) => {
  await page.goto('/en/search?q=lamp');
  const settings = () => page.getByRole('banner').getByRole('button', { name: /USD|KRW/ });

  await settings().click();
  await page.getByRole('button', { name: 'KRW' }).click();
  await expect(settings()).toContainText('KRW');
  await expect(page.getByRole('main').getByRole('article').first()).toContainText('₩');

  await settings().click();
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.getByRole('link', { name: '한국어' }).click();
  await expect(page).toHaveURL(/\/ko\/search\?q=lamp/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(settings()).toContainText('KRW');
});

test('Choosing a variant changes picture, price and address', async ({ page }) => {
  const article = await articleInColours();
  await page.goto(`/en/p/${article.handle}`);
  const picture = page.getByRole('main').locator('img').first();
  const before = await picture.getAttribute('src');
  await page.getByRole('link', { name: article.otherColour, exact: true }).click();
  await expect(page).toHaveURL(/[?&]sku=/);
  await expect(picture).not.toHaveAttribute('src', before ?? '');
  await page.reload();
  await expect(picture).not.toHaveAttribute('src', before ?? '');
});

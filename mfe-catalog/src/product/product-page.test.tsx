import type { SlotPlace } from '@arcade/mfe-kit/slot';
import { TestShop, type TestShopProps } from '@arcade/mfe-kit/testing';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ProductPage_QueryQuery } from '../generated/graphql.ts';
import { card, image, usd } from '../testing.ts';
import { ProductPage, productSlots } from './product-page.tsx';

afterEach(cleanup);

const colour = (code: string) => ({ __typename: 'Colour', code, name: code, swatch: '#333333' });
const variant = (code: string, availability = 'IN_STOCK', available = 12) => ({
  __typename: 'Variant',
  sku: `LAMP-${code.toUpperCase()}`,
  colour: colour(code),
  size: null,
  availability,
  available,
  price: usd(12900),
  image: image(`lamp-${code}`),
  images: [image(`lamp-${code}-front`), image(`lamp-${code}-detail`)],
});

function open(chosen = variant('red'), shop: Omit<TestShopProps, 'children'> = {}) {
  const product = {
    ...card('lamp'),
    name: 'Pigeon lamp',
    summary: 'A lamp that waits up for you.',
    description: ['It is made of brass.'],
    details: [{ __typename: 'Detail', label: 'Height', value: '40 cm' }],
    category: { __typename: 'Category', id: 'c', handle: 'lighting', name: 'Lighting' },
    material: { __typename: 'Material', code: 'brass', name: 'Brass' },
    variant: chosen,
    variants: [variant('red'), variant('blue', 'OUT_OF_STOCK', 0)],
    related: [card('shade')],
  };
  // The page's fragments are masked in its type; the data is what the router would send.
  const data = { product } as unknown as ProductPage_QueryQuery;
  const onNavigate = vi.fn();
  const search = new URL(shop.at ?? '/p/lamp', 'http://shop.test').searchParams;
  const view = render(
    <TestShop at="/p/lamp" onNavigate={onNavigate} {...shop}>
      <ProductPage data={data} params={{ handle: 'lamp' }} search={search} />
    </TestShop>,
  );
  return { onNavigate, ...view };
}

const structured = (view: { container: HTMLElement }) =>
  [
    ...document.querySelectorAll('script[type="application/ld+json"]'),
    ...view.container.querySelectorAll('script'),
  ]
    .map((script) => JSON.parse(script.textContent ?? ''))
    .find((data) => data['@type'] === 'Product');

test('a colour is a link to its variant, and says when it is sold out', () => {
  open();
  const colours = screen.getByRole('list', { name: 'Colour' });
  const [red, blue] = within(colours).getAllByRole('link');
  expect(red?.getAttribute('aria-current')).toBe('true');
  expect(blue?.getAttribute('href')).toBe('/en/p/lamp?sku=LAMP-BLUE');
  expect(blue?.textContent).toBe('blue, Sold out');
});

test('a product in one size offers no sizes', () => {
  open();
  expect(screen.queryByRole('list', { name: 'Size' })).toBeNull();
});

test.each([
  ['IN_STOCK', 12, 'In stock'],
  ['LOW_STOCK', 3, 'Only 3 left'],
  ['OUT_OF_STOCK', 0, 'Sold out'],
])('stock %s with %i is told as "%s", with the price', (availability, available, words) => {
  open(variant('red', availability, available));
  expect(screen.getByText(words).closest('[role=status]')?.textContent).toBe(`$129.00${words}`);
});

test('search engines are told price, currency and stock of the variant that is shown', () => {
  const view = open(variant('red', 'LOW_STOCK', 2));
  expect(structured(view)).toMatchObject({
    name: 'Pigeon lamp',
    sku: 'LAMP-RED',
    offers: {
      price: '129.00',
      priceCurrency: 'USD',
      availability: 'https://schema.org/LimitedAvailability',
      url: expect.stringMatching(/\/en\/p\/lamp\?sku=LAMP-RED$/),
    },
  });
});

test('the page names its slots with what it has told the shell', () => {
  const places: Record<string, unknown> = {};
  const fill = ({ name, input }: SlotPlace) => {
    places[name] = input;
    return null;
  };
  const search = new URLSearchParams('sku=LAMP-RED');
  open(variant('red'), { at: '/p/lamp?sku=LAMP-RED', fill });
  expect(places).toEqual(productSlots({ params: { handle: 'lamp' }, search }));
  expect(places['product.purchase']).toEqual({ handle: 'lamp', sku: 'LAMP-RED' });
});

test('the first picture is fetched at once, the others when they are near', () => {
  open();
  const [first, second] = screen.getAllByRole('img');
  expect(first?.getAttribute('fetchpriority')).toBe('high');
  expect(second?.getAttribute('loading')).toBe('lazy');
});

test('thumbnails lead into the strip of pictures', () => {
  open();
  const strip = screen.getAllByRole('img')[0]?.closest('ul');
  const scrollTo = vi.fn();
  if (strip) Object.assign(strip, { scrollTo });
  const second = screen.getByRole('link', { name: 'Picture 2 of 2' });
  expect(document.getElementById(second.getAttribute('href')?.slice(1) ?? '')).toBeTruthy();
  fireEvent.click(second);
  expect(scrollTo).toHaveBeenCalled();
});

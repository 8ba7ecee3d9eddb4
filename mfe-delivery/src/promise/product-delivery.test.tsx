import { TestShop, type TestShopProps } from '@arcade/mfe-kit/testing';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ProductDelivery_QueryQuery } from '../generated/graphql.ts';
import { ProductDelivery, productDeliveryVariables } from './product-delivery.tsx';

afterEach(cleanup);

type Outlook = NonNullable<ProductDelivery_QueryQuery['product']>['deliveryPromise'];

const promise: Outlook = {
  __typename: 'DeliveryPromise',
  earliest: '2026-11-25',
  latest: '2026-11-26',
  orderBy: '2026-11-24T08:00:00Z',
  method: {
    __typename: 'ShippingMethod',
    code: 'standard',
    name: 'Standard',
    price: { __typename: 'Money', amount: 250, currency: 'USD' },
  },
};

function show(deliveryPromise: Outlook | undefined, props: Partial<TestShopProps> = {}) {
  const product = { __typename: 'Product' as const, id: 'p1', deliveryPromise: deliveryPromise ?? null };
  const data = deliveryPromise === undefined ? undefined : { __typename: 'Query' as const, product };
  render(
    <TestShop {...props}>
      <ProductDelivery input={{ handle: 'lamp' }} data={data} onOutput={() => {}} />
    </TestShop>,
  );
}
const toSeoul = { preferences: { postcode: 'KR 04524' } };

test('who has not told a postcode is asked for it, and nothing else is asked', () => {
  show(undefined);
  expect(screen.getByText('When would it arrive?')).toBeTruthy();
  const session = { locale: 'en', graphLocale: 'EN', currency: 'USD', theme: 'system' } as const;
  const context = { ...session, preferences: {}, input: { handle: 'lamp' } };
  expect(productDeliveryVariables(context)).toBeNull();
  expect(productDeliveryVariables({ ...context, ...toSeoul })).toMatchObject({
    country: 'KR',
    postcode: '04524',
  });
});

test('a malformed postcode is refused beside its field, a good one is remembered', () => {
  show(undefined, { session: { currency: 'KRW' } });
  const postcode = screen.getByLabelText('Postcode');
  fireEvent.change(postcode, { target: { value: '4524' } });
  fireEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(screen.getByText('Five digits, such as 04524.')).toBeTruthy();
  expect(postcode.getAttribute('aria-invalid')).toBe('true');
  fireEvent.change(postcode, { target: { value: '04524' } });
  fireEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(screen.getByText(/To 04524, South Korea/)).toBeTruthy();
});

test('the country decides what a postcode looks like', () => {
  show(undefined, { session: { currency: 'KRW' } });
  fireEvent.change(screen.getByLabelText('Country'), { target: { value: 'US' } });
  fireEvent.change(screen.getByLabelText('ZIP code'), { target: { value: '10001-1234' } });
  fireEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(screen.getByText(/To 10001-1234, United States/)).toBeTruthy();
});

test('a promise names days, method, price and until when to order', () => {
  show(promise, toSeoul);
  expect(screen.getByText('Arrives Wed, Nov 25 – Thu, Nov 26')).toBeTruthy();
  expect(screen.getByText(/Standard, \$2\.50 · Order by Tue, Nov 24, 5 PM/)).toBeTruthy();
});

test('the same in Korean', () => {
  show(promise, { ...toSeoul, session: { locale: 'ko' } });
  expect(screen.getByText('11월 25일 (수) ~ 11월 26일 (목) 도착 예정')).toBeTruthy();
});

test.each([
  ['UNKNOWN_POSTCODE', 'We do not know this postcode.'],
  ['NOT_SERVED', 'We do not deliver there yet.'],
  ['TOO_HEAVY', 'This is too heavy to be sent there.'],
] as const)('where nothing goes it says why: %s', (reason, text) => {
  show({ __typename: 'NotDelivered', reason }, toSeoul);
  expect(screen.getByText(text)).toBeTruthy();
});

test('while delivery is away it says that nobody can tell', () => {
  show(null, toSeoul);
  expect(screen.getByText('Delivery dates cannot be looked up just now.')).toBeTruthy();
});

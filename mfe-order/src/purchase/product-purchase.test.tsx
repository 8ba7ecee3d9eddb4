import { TestShop } from '@arcade/mfe-kit/testing';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ProductPurchase } from './product-purchase.tsx';

afterEach(cleanup);

const chair = (stock: { available: number; inCart: number }) => ({
  __typename: 'Query' as const,
  product: {
    __typename: 'Product' as const,
    id: 'p1',
    name: 'Haru chair',
    variant: { __typename: 'Variant' as const, sku: 'HARU-OAK', ...stock },
  },
});

const changed = {
  addToCart: {
    __typename: 'CartChanged',
    cart: { id: 'c', quantity: 2 },
    variant: { sku: 'HARU-OAK', inCart: 2 },
  },
};

test('adds the chosen quantity and says so', async () => {
  const toast = vi.fn();
  const answer = vi.fn((_variables: unknown) => changed);
  render(
    <TestShop answers={{ AddToCart_Mutation: answer }} feedback={{ toast }}>
      <ProductPurchase
        input={{ handle: 'haru' }}
        data={chair({ available: 5, inCart: 0 })}
        onOutput={() => {}}
      />
    </TestShop>,
  );
  fireEvent.change(screen.getByRole('spinbutton', { name: 'Quantity' }), { target: { value: '2' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add to cart' }));
  await waitFor(() =>
    expect(toast).toHaveBeenCalledWith(expect.objectContaining({ text: 'Haru chair is in your cart.' })),
  );
  expect(answer).toHaveBeenCalledWith(expect.objectContaining({ sku: 'HARU-OAK', quantity: 2 }));
});

test('says why the server refused', async () => {
  const toast = vi.fn();
  const refusal = { addToCart: { __typename: 'QuantityNotAllowed', min: 1, max: 99 } };
  render(
    <TestShop answers={{ AddToCart_Mutation: refusal }} feedback={{ toast }}>
      <ProductPurchase
        input={{ handle: 'haru' }}
        data={chair({ available: 5, inCart: 99 })}
        onOutput={() => {}}
      />
    </TestShop>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Add to cart' }));
  await waitFor(() =>
    expect(toast).toHaveBeenCalledWith({ kind: 'refused', text: 'Please choose between 1 and 99.' }),
  );
});

test('what is sold out cannot be added', () => {
  render(
    <TestShop>
      <ProductPurchase
        input={{ handle: 'haru' }}
        data={chair({ available: 0, inCart: 0 })}
        onOutput={() => {}}
      />
    </TestShop>,
  );
  expect(screen.getByRole('button', { name: 'Sold out' }).hasAttribute('disabled')).toBe(true);
});

test('without JavaScript the form posts the SKU and the quantity to cart.add', () => {
  const { container } = render(
    <TestShop session={{ locale: 'ko' }} at="/p/haru?sku=HARU-OAK">
      <ProductPurchase
        input={{ handle: 'haru' }}
        data={chair({ available: 5, inCart: 3 })}
        onOutput={() => {}}
      />
    </TestShop>,
  );
  const form = container.querySelector('form');
  expect(form?.getAttribute('action')).toBe('/ko/actions/cart.add');
  expect(Object.fromEntries(new FormData(form ?? undefined))).toMatchObject({
    sku: 'HARU-OAK',
    quantity: '1',
  });
  expect(screen.getByText('장바구니에 3개')).toBeTruthy();
});

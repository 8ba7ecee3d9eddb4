import { TestShop } from '@arcade/mfe-kit/testing';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { image } from '../testing.ts';
import { SearchBox } from './search-box.tsx';

afterEach(cleanup);

const suggestions = [
  { __typename: 'SearchTerm', term: 'chair' },
  { __typename: 'Category', id: 'f', handle: 'furniture', name: 'Furniture' },
  { __typename: 'Product', id: 'p', handle: 'haru-chair', name: 'Haru chair', image: image('chair') },
];

async function type(text: string) {
  const onNavigate = vi.fn();
  render(
    <TestShop onNavigate={onNavigate} answers={{ SearchBox_Query: { suggestions } }}>
      <SearchBox />
    </TestShop>,
  );
  const field = screen.getByRole('combobox', { name: 'Search the shop' });
  fireEvent.change(field, { target: { value: text } });
  const options = await screen.findAllByRole('option');
  return { onNavigate, field, options };
}

test('typing brings suggestions, and tells how many', async () => {
  const { field, options } = await type('cha');
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    'chair',
    'Furniture Category',
    'Haru chair',
  ]);
  expect(screen.getByText('3 suggestions')).toBeTruthy();
});

test('arrows go through them while the focus stays in the field, Enter follows one', async () => {
  const { onNavigate, field, options } = await type('cha');
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  expect(field.getAttribute('aria-activedescendant')).toBe(options[2]?.id);
  expect(options[2]?.getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onNavigate).toHaveBeenCalledWith('/p/haru-chair');
  expect(screen.queryByRole('option')).toBeNull();
});

test('Enter that ends a Hangul syllable chooses nothing', async () => {
  const { onNavigate, field } = await type('의자');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(onNavigate).not.toHaveBeenCalled();
});

test('Escape closes them, a press chooses one', async () => {
  const { field } = await type('cha');
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByRole('option')).toBeNull();
  cleanup();
  const again = await type('cha');
  if (again.options[1]) fireEvent.click(again.options[1]);
  expect(again.onNavigate).toHaveBeenCalledWith('/c/furniture');
});

test('without JavaScript it is a plain GET form, which holds what was searched', () => {
  const { container } = render(
    <TestShop at="/search?q=lamp">
      <SearchBox />
    </TestShop>,
  );
  const form = container.querySelector('form');
  expect(form?.getAttribute('action')).toBe('/en/search');
  expect(form && new FormData(form).get('q')).toBe('lamp');
});

test('words of its own go to the search page', async () => {
  const { onNavigate, field } = await type('oak table');
  if (field instanceof HTMLInputElement && field.form) fireEvent.submit(field.form);
  expect(onNavigate).toHaveBeenCalledWith('/search?q=oak+table');
});

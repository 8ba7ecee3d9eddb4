// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { ActionForm } from './form.tsx';
import { JsonLd, PageHead } from './head.tsx';
import { Link, type Navigation, NavigationContext } from './navigation.tsx';
import { returnField } from './return-field.ts';
import { TestShop } from './testing.tsx';

afterEach(() => {
  cleanup();
  document.head.replaceChildren();
});

function navigationOf(children: ReactNode) {
  const navigation = { navigate: vi.fn<Navigation['navigate']>(), prefetch: vi.fn<Navigation['prefetch']>() };
  render(
    <TestShop session={{ locale: 'ko' }}>
      <NavigationContext value={navigation}>{children}</NavigationContext>
    </TestShop>,
  );
  return navigation;
}

/** Whether the browser is left to follow the link. */
function click(init: MouseEventInit = {}): boolean {
  const link = screen.getByRole('link');
  const event = createEvent.click(link, { button: 0, ...init });
  // The last to see it, so that jsdom does not try to leave the page.
  let leftToBrowser = false;
  window.addEventListener(
    'click',
    () => {
      leftToBrowser = !event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  fireEvent(link, event);
  return leftToBrowser;
}

test('a link is a plain address in the language of the visitor, and a click stays in the shop', () => {
  const { navigate } = navigationOf(
    <Link to="/p/lamp?sku=1" replace>
      Lamp
    </Link>,
  );
  expect(screen.getByRole('link').getAttribute('href')).toBe('/ko/p/lamp?sku=1');
  expect(click()).toBe(false);
  expect(navigate.mock.calls).toEqual([['/p/lamp?sku=1', { replace: true }]]);
});

test.for([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
  'a click with %o is left to the browser',
  (init) => {
    const { navigate } = navigationOf(<Link to="/p/lamp">Lamp</Link>);
    expect(click(init)).toBe(true);
    expect(navigate).not.toHaveBeenCalled();
  },
);

test('a link to another window is left to the browser, one that was handled to its handler', () => {
  const other = navigationOf(
    <Link to="/p/lamp" target="_blank">
      Lamp
    </Link>,
  );
  expect(click()).toBe(true);
  expect(other.navigate).not.toHaveBeenCalled();
  cleanup();
  const handled = navigationOf(
    <Link to="/p/lamp" onClick={(event) => event.preventDefault()}>
      Lamp
    </Link>,
  );
  expect(click()).toBe(false);
  expect(handled.navigate).not.toHaveBeenCalled();
});

test.for(['pointerEnter', 'focus', 'touchStart'] as const)('%s is intent, and prefetches', (intent) => {
  const { prefetch } = navigationOf(<Link to="/p/lamp">Lamp</Link>);
  expect(prefetch).not.toHaveBeenCalled();
  fireEvent[intent](screen.getByRole('link'));
  expect(prefetch).toHaveBeenCalledWith('/p/lamp');
});

test('a form posts to the action of its name, and says where it stands', () => {
  const { container } = render(
    <TestShop at="/p/lamp?sku=1">
      <ActionForm action="cart.add">
        <input name="quantity" defaultValue="2" />
      </ActionForm>
    </TestShop>,
  );
  const form = container.querySelector('form');
  expect(form?.getAttribute('method')).toBe('post');
  expect(form?.getAttribute('action')).toBe('/en/actions/cart.add');
  expect([...new FormData(form ?? undefined)]).toEqual([
    [returnField, '/p/lamp?sku=1'],
    ['quantity', '2'],
  ]);
});

test('with JavaScript a form hands over what was entered, with the button that sent it, and does not post', () => {
  const sent: [string, FormDataEntryValue][][] = [];
  render(
    <TestShop>
      <ActionForm action="cart.add" onSubmit={(form) => sent.push([...form])}>
        <input name="quantity" defaultValue="2" />
        <button type="submit" name="then" value="checkout">
          Buy
        </button>
      </ActionForm>
    </TestShop>,
  );
  const button = screen.getByRole('button');
  const event = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button });
  fireEvent(button.closest('form') ?? button, event);
  expect(event.defaultPrevented).toBe(true);
  expect(sent).toEqual([
    [
      [returnField, '/'],
      ['quantity', '2'],
      ['then', 'checkout'],
    ],
  ]);
});

test('structured data cannot end its script element, and reads as it was', () => {
  const name = '</script><script>alert(1)</script><!--';
  const { container } = render(<JsonLd data={{ '@type': 'Product', name }} />);
  const script = container.querySelector('script');
  expect(script?.innerHTML).not.toContain('<');
  expect(JSON.parse(script?.textContent ?? '')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
  });
});

const attribute = (selector: string, name: string) =>
  document.head.querySelector(selector)?.getAttribute(name);

test('a page says of itself what it is, where it is, and in which languages', () => {
  const text = '"Quoted" <b>&amp;';
  render(
    <TestShop at="/p/lamp?sku=1" session={{ locale: 'ko' }}>
      <PageHead title={text} description={text} image="/media/lamp.svg" type="product" />
    </TestShop>,
  );
  expect(document.title).toBe(`${text} – Arcade`);
  expect(attribute('meta[name=description]', 'content')).toBe(text);
  // Without its search parameters: the variants of a product are one page.
  expect(attribute('link[rel=canonical]', 'href')).toBe('http://localhost/ko/p/lamp');
  expect(attribute('link[hreflang=en]', 'href')).toBe('http://localhost/en/p/lamp');
  expect(attribute('link[hreflang=x-default]', 'href')).toBe('http://localhost/en/p/lamp');
  expect(attribute('meta[property="og:image"]', 'content')).toBe('http://localhost/media/lamp.svg');
  expect(attribute('meta[property="og:type"]', 'content')).toBe('product');
});

test('a page that is nobody else’s is kept out of search engines', () => {
  render(
    <TestShop at="/cart">
      <PageHead title="Cart" description="Yours" noindex />
    </TestShop>,
  );
  expect(attribute('meta[name=robots]', 'content')).toBe('noindex');
  expect(document.head.querySelector('link[rel=canonical]')).toBeNull();
});

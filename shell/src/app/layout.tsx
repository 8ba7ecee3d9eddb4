import { useMessages } from '@arcade/mfe-kit/messages';
import { Link } from '@arcade/mfe-kit/navigation';
import { Slot } from '@arcade/mfe-kit/slot';
import type { ReactNode } from 'react';
import { en } from './messages/en.ts';
import { ko } from './messages/ko.ts';
import { useView } from './view.tsx';

export function Layout({ children }: { readonly children: ReactNode }) {
  const t = useMessages({ en, ko });
  const { categories } = useView();
  return (
    <>
      <a href="#content">{t.skip}</a>
      <header>
        <Link to="/">Arcade</Link>
        <nav>
          {categories.map(({ handle, name }) => (
            <Link key={handle} to={`/c/${handle}`}>
              {name}
            </Link>
          ))}
        </nav>
        <Slot name="header.cart" input={{}} />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer>Arcade</footer>
    </>
  );
}

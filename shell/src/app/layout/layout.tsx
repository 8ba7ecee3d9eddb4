// Header, page, footer.
import { useMessages } from '@arcade/mfe-kit/messages';
import { useLocation } from '@arcade/mfe-kit/navigation';
import type { ReactNode } from 'react';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import classes from './layout.module.css';
import { OfflineNotice } from './offline-notice.tsx';

export function Layout({ children }: { readonly children: ReactNode }) {
  const t = useMessages({ en, ko });
  const { pending } = useLocation();
  return (
    <div className={classes.layout}>
      <a className={classes.skip} href="#content">
        {t.skip}
      </a>
      <div className={classes.progress} data-pending={pending} />
      <Header />
      <OfflineNotice />
      <main className={classes.content} id="content" tabIndex={-1} aria-busy={pending}>
        {children}
      </main>
      <Footer />
    </div>
  );
}

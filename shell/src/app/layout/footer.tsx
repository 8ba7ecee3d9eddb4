// The foot of every page, with the switch that shows who owns which region of it.
import { useMessages } from '@arcade/mfe-kit/messages';
import { Link } from '@arcade/mfe-kit/navigation';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import { matchPage } from '../release-set.ts';
import { useView } from '../view.tsx';
import classes from './footer.module.css';
import './ownership.css';

export function Footer() {
  const t = useMessages({ en, ko });
  const { set } = useView();
  const links = [
    { to: '/search', text: t.everything },
    { to: '/cart', text: t.cart },
    { to: '/orders', text: t.orders },
    { to: '/addresses', text: t.addresses },
  ].filter(({ to }) => matchPage(set, to));
  return (
    <footer className={classes.footer}>
      <div className={classes.columns}>
        <p className={classes.motto}>{t.motto}</p>
        <nav aria-label={t.more}>
          <ul className={classes.links}>
            {links.map(({ to, text }) => (
              <li key={to}>
                <Link to={to}>{text}</Link>
              </li>
            ))}
          </ul>
        </nav>
        <label className={classes.ownership}>
          {/* A style sheet does the rest, so that the switch works without JavaScript. */}
          <input type="checkbox" id="show-owners" autoComplete="off" />
          {t.showOwners}
        </label>
      </div>
    </footer>
  );
}

// The head of every page. All of it works as plain links and forms before, or without, JavaScript.
import { useMessages } from '@arcade/mfe-kit/messages';
import { Link, useLocation } from '@arcade/mfe-kit/navigation';
import { Slot } from '@arcade/mfe-kit/slot';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import { useView } from '../view.tsx';
import classes from './header.module.css';
import { SearchForm } from './search-form.tsx';
import { Settings } from './settings.tsx';

export function Header() {
  const t = useMessages({ en, ko });
  const { categories } = useView();
  const { path } = useLocation();
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <Link className={classes.brand} to="/" aria-label={t.home}>
          <Arches />
          Arcade
        </Link>
        <search className={classes.search}>
          <Slot name="header.search" input={{}} loading={<SearchForm />} fallback={<SearchForm />} />
        </search>
        <div className={classes.settings}>
          <Settings />
        </div>
        <div className={classes.cart}>
          <Slot name="header.cart" input={{}} fallback={<CartLink />} loading={<CartLink />} />
        </div>
      </div>
      <nav className={classes.categories} aria-label={t.categories}>
        <ul>
          {categories.map(({ handle, name }) => (
            <li key={handle}>
              <Link to={`/c/${handle}`} aria-current={path === `/c/${handle}` ? 'page' : undefined}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function CartLink() {
  const t = useMessages({ en, ko });
  return <Link to="/cart">{t.cart}</Link>;
}

/** The mark: three arches, the middle one lit. */
function Arches() {
  return (
    <svg
      aria-hidden="true"
      width="30"
      height="24"
      viewBox="0 0 30 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M1 23V11a4.5 4.5 0 0 1 9 0v12M20 23V11a4.5 4.5 0 0 1 9 0v12" />
      <path className={classes.lit} d="M10 23V8a5 5 0 0 1 10 0v15" />
    </svg>
  );
}

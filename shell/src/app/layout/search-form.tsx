// What stands in the header when nobody fills `header.search`: a plain form.
import { useMessages } from '@arcade/mfe-kit/messages';
import { useHref, useLocation } from '@arcade/mfe-kit/navigation';
import { Icon } from '@arcade/ui/icon';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import classes from './search-form.module.css';

export function SearchForm() {
  const t = useMessages({ en, ko });
  const href = useHref();
  const { search } = useLocation();
  return (
    <form className={classes.form} action={href('/search')}>
      <input
        className={classes.field}
        type="search"
        name="q"
        defaultValue={search.get('q') ?? ''}
        placeholder={t.searchFor}
        aria-label={t.search}
      />
      <button className={classes.button} type="submit" aria-label={t.search}>
        <Icon name="search" />
      </button>
    </form>
  );
}

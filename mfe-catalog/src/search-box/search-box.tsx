import { useHref, useLocation, useNavigate } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { IconButton } from '@arcade/ui/icon-button';
import { VisuallyHidden } from '@arcade/ui/visually-hidden';
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, readFragment } from '../generated/index.ts';
import { queryOf } from '../listing/listing-address.ts';
import { useSearchBoxMessages } from './messages/use-search-box-messages.ts';
import css from './search-box.module.css';
import { SuggestionItem, SuggestionItem_suggestion, suggestionAddress } from './suggestion-item.tsx';

const SearchBox_Query = graphql(`
  query SearchBox_Query($query: String!, $locale: Locale!) {
    suggestions(query: $query, locale: $locale, first: 7) {
      ...SuggestionItem_suggestion
    }
  }
`);

/** A plain GET form, and over it a combobox (ARIA 1.2): words go to the search page, a suggestion leads straight to its own. */
export function SearchBox() {
  const t = useSearchBoxMessages();
  const { graphLocale } = useSession();
  const { path, search } = useLocation();
  const navigate = useNavigate();
  const href = useHref();
  const listId = useId();
  // Undefined until the visitor types: then the field shows what the page was searched for.
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(-1);
  const asked = path === '/search' ? queryOf(search) : null;
  const query = usePaused(typed?.trim() ?? '');
  const [{ data }] = useQuery({
    query: SearchBox_Query,
    variables: { query, locale: graphLocale },
    pause: query === '',
  });
  const suggestions =
    typed?.trim() && query ? readFragment(SuggestionItem_suggestion, data?.suggestions ?? []) : [];
  const open = suggestions.length > 0;

  const go = (to: string) => {
    close();
    navigate(to);
  };
  const close = () => {
    setTyped(undefined);
    setActive(-1);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    go(words ? `/search?${new URLSearchParams({ q: words })}` : '/search');
  };
  const steer = (event: KeyboardEvent<HTMLInputElement>) => {
    // While a syllable is being composed, the keys belong to the input method.
    if (!open || event.nativeEvent.isComposing) return;
    const chosen = suggestions[active];
    switch (event.key) {
      case 'ArrowDown':
        setActive((active + 1) % suggestions.length);
        break;
      case 'ArrowUp':
        setActive(active <= 0 ? suggestions.length - 1 : active - 1);
        break;
      case 'Escape':
        close();
        break;
      case 'Enter':
        if (!chosen) return;
        go(suggestionAddress(chosen));
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <search className={css.box}>
      <form method="get" action={href('/search')} className={css.form} onSubmit={submit}>
        <input
          className={css.field}
          type="search"
          name="q"
          role="combobox"
          aria-label={t.searchLabel}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}${active}` : undefined}
          placeholder={t.searchHint}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={100}
          value={typed ?? asked ?? ''}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(-1);
          }}
          onKeyDown={steer}
          onBlur={close}
        />
        <IconButton type="submit" icon="search" label={t.search} className={css.submit} />
        {/* Pressing a suggestion must not take the focus from the field, which would close the list first. */}
        <ul
          id={listId}
          className={css.suggestions}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox
          role="listbox"
          aria-label={t.suggestions}
          hidden={!open}
          onPointerDown={(event) => event.preventDefault()}
        >
          {suggestions.map((suggestion, index) => (
            <SuggestionItem
              key={suggestionAddress(suggestion)}
              id={`${listId}${index}`}
              suggestion={suggestion}
              active={index === active}
              onChoose={() => go(suggestionAddress(suggestion))}
            />
          ))}
        </ul>
      </form>
      <span role="status">
        {typed && query && data && <VisuallyHidden>{t.suggestionCount(suggestions.length)}</VisuallyHidden>}
      </span>
    </search>
  );
}

const pause = 120;

/** The text once typing has paused. */
function usePaused(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

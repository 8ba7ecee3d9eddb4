import { Icon } from '@arcade/ui/icon';
import { Picture } from '@arcade/ui/picture';
import type { SuggestionItem_SuggestionFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useSearchBoxMessages } from './messages/use-search-box-messages.ts';
import css from './search-box.module.css';

export const SuggestionItem_suggestion = graphql(`
  fragment SuggestionItem_suggestion on Suggestion {
    ... on Product {
      id
      handle
      name(locale: $locale)
      image {
        url
        width
        height
        alt(locale: $locale)
      }
    }
    ... on Category {
      id
      handle
      name(locale: $locale)
    }
    ... on SearchTerm {
      term
    }
  }
`);

export type Suggestion = SuggestionItem_SuggestionFragment;

export function suggestionAddress(suggestion: Suggestion): string {
  switch (suggestion.__typename) {
    case 'Product':
      return `/p/${suggestion.handle}`;
    case 'Category':
      return `/c/${suggestion.handle}`;
    case 'SearchTerm':
      return `/search?${new URLSearchParams({ q: suggestion.term })}`;
  }
}

interface SuggestionItemProps {
  readonly id: string;
  readonly suggestion: Suggestion;
  readonly active: boolean;
  readonly onChoose: () => void;
}

export function SuggestionItem({ id, suggestion, active, onChoose }: SuggestionItemProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here (aria-activedescendant)
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of a combobox's list
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <li id={id} role="option" aria-selected={active} className={css.suggestion} onClick={onChoose}>
      <Content suggestion={suggestion} />
    </li>
  );
}

function Content({ suggestion }: { readonly suggestion: Suggestion }) {
  const t = useSearchBoxMessages();
  switch (suggestion.__typename) {
    case 'Product':
      return (
        <>
          <span className={css.thumbnail}>
            <Picture image={suggestion.image} decorative />
          </span>
          {suggestion.name}
        </>
      );
    case 'Category':
      return (
        <>
          <span className={css.sign}>
            <Icon name="arrow" />
          </span>
          {suggestion.name} <span className={css.kind}>{t.inCategory}</span>
        </>
      );
    case 'SearchTerm':
      return (
        <>
          <span className={css.sign}>
            <Icon name="search" />
          </span>
          {suggestion.term}
        </>
      );
  }
}

import type { Language } from '../domain/product.ts';
import { correct } from './match-text.ts';
import { search } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { lookedUp, writtenWords } from './words.ts';

export type Suggested = { term: string } | { category: string } | { product: string };

const mostTerms = 3;
const mostCategories = 2;

/** Completions of what is being typed: words that names are made of, categories, then products in the order of relevance. */
export function suggest(index: SearchIndex, typed: string, language: Language, first: number): Suggested[] {
  if (writtenWords(typed).length === 0) return [];
  const understood = completions(index, typed, language);
  const query = understood.length > 0 ? typed : (correct(index, typed) ?? typed);
  const terms = understood.length > 0 ? understood : completions(index, query, language);
  const categories = index.categories.terms.filter(({ name }) => beginsLike(name[language], query));
  const found: Suggested[] = [
    ...terms
      .filter((term) => term !== typed.trim().toLowerCase())
      .slice(0, mostTerms)
      .map((term) => ({ term })),
    ...categories.slice(0, mostCategories).map(({ code }) => ({ category: code })),
  ];
  const { hits } = search(index, { query, filter: {}, sort: 'RELEVANCE', currency: 'KRW', first });
  return [...found, ...hits.map(([, , id]) => ({ product: id }))].slice(0, first);
}

/** The last word completed, the most used first, with the words before it. */
function completions(index: SearchIndex, typed: string, language: Language): string[] {
  const written = writtenWords(typed);
  const begun = written.pop() ?? '';
  const counts = [...index.nameWords[language]].filter(
    ([word]) => word.startsWith(begun) && lookedUp(word) !== undefined,
  );
  return counts
    .sort(([one, oneCount], [other, otherCount]) => otherCount - oneCount || (one < other ? -1 : 1))
    .slice(0, mostTerms + 1)
    .map(([word]) => [...written, word].join(' '));
}

const beginsLike = (name: string, query: string): boolean =>
  writtenWords(query).every((begun) => writtenWords(name).some((word) => word.startsWith(begun)));

/**
 * What the shell asks the graph for itself, beside what its micro-frontends ask. The build lists it in `dist/manifest.json`
 * (`describe-release.ts`), because a router answers only operations that it has been told of.
 */
import { createHash } from 'node:crypto';

export interface OwnOperation {
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
}

const operation = (text: string): OwnOperation => ({
  text,
  hash: createHash('sha256').update(text).digest('hex'),
});

export const ownOperations = {
  navigation: operation(
    'query ShellNavigation_Query($locale: Locale!) { categories { handle name(locale: $locale) } }',
  ),
  sitemapProducts: operation(`query SitemapProducts_Query($after: String) {
  products(first: 1000, after: $after) { edges { node { handle } } pageInfo { hasNextPage endCursor } }
}`),
  sitemapCategories: operation('query SitemapCategories_Query { categories { handle } }'),
};

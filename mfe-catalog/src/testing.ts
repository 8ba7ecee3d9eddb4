// What the graph would send, for tests of components.
export const image = (name: string) => ({
  __typename: 'Image',
  url: `/media/${name}.svg`,
  width: 800,
  height: 1000,
  alt: name,
});

export const usd = (amount: number) => ({ __typename: 'Money', amount, currency: 'USD' });

export const card = (handle: string, prices: readonly [number, number] = [2000, 2000]) => ({
  __typename: 'Product',
  id: `id-${handle}`,
  handle,
  name: handle.toUpperCase(),
  availability: 'IN_STOCK',
  image: image(handle),
  priceRange: { __typename: 'PriceRange', min: usd(prices[0]), max: usd(prices[1]) },
});

const facet = (kind: string, values: ReadonlyArray<readonly [string, string, number]>) => ({
  __typename: 'Facet',
  kind,
  values: values.map(([value, label, count]) => ({
    __typename: 'FacetValue',
    value,
    label,
    count,
    swatch: null,
  })),
});

export const results = (handles: readonly string[], more: Readonly<Record<string, unknown>> = {}) => ({
  __typename: 'SearchConnection',
  totalCount: handles.length,
  correctedQuery: null,
  facets: [
    facet('CATEGORY', [['lighting', 'Lighting', 2]]),
    facet('PRICE', [['-5000', 'Under $50', 3]]),
    facet('COLOUR', [
      ['ink', 'Ink', 4],
      ['moss', 'Moss', 2],
    ]),
  ],
  edges: handles.map((handle) => ({ __typename: 'ProductEdge', node: card(handle) })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  ...more,
});

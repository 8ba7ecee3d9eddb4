import type { SearchSort } from '../generated/graphql.ts';

const sorts: Record<SearchSort, string> = {
  RELEVANCE: 'Best match',
  POPULAR: 'Most loved',
  NEWEST: 'Newest',
  PRICE_ASC: 'Price, low to high',
  PRICE_DESC: 'Price, high to low',
};

export const en = {
  home: 'Home',
  homeTitle: 'Things worth keeping',
  homeDescription:
    'A covered arcade of well-made things for living, working and playing: furniture, light, tableware, paper, sound and more.',
  seeIt: 'Have a look',
  categories: 'Under one roof',
  newest: 'New in the arcade',
  popular: 'Much loved',
  seeAllNewest: 'All that is new',
  seeAllPopular: 'All favourites',
  products: (count: number) => (count === 1 ? '1 product' : `${count.toLocaleString('en-US')} products`),

  searchTitle: (query: string) => `Results for “${query}”`,
  allProducts: 'Everything in the arcade',
  searchDescription: (query: string) => `What the arcade has for “${query}”.`,
  allDescription: 'All products of the arcade, by category, price, colour and material.',
  corrected: (asked: string, found: string) =>
    `Nothing was found for “${asked}”. This is what we have for “${found}”.`,
  nothingFound: 'Nothing here by that name',
  nothingFoundText: 'Try fewer or other words, or take away a filter.',
  nothingInFilter: 'No product fits all of these',
  lookAround: 'See everything',

  filters: 'Filters',
  category: 'Category',
  price: 'Price',
  colour: 'Colour',
  material: 'Material',
  availability: 'Availability',
  anyPrice: 'Any price',
  apply: 'Apply',
  chosen: (facet: string, count: number) => (count === 0 ? facet : `${facet}, ${count} chosen`),
  remove: (filter: string) => `Remove filter ${filter}`,
  clear: 'Clear all filters',
  sort: 'Sort by',
  sortName: (sort: SearchSort) => sorts[sort],
  shown: (from: number, to: number, total: number) =>
    from === 1 ? `${to} of ${total}` : `${from} to ${to} of ${total}`,
  showMore: 'Show more',
  fromTheStart: 'Show from the start',

  from: (price: string) => `from ${price}`,
  inStock: 'In stock',
  lowStock: 'Few left',
  onlyLeft: (count: number) => (count === 1 ? 'Only 1 left' : `Only ${count} left`),
  soldOut: 'Sold out',
  breadcrumb: 'You are here',
  size: 'Size',
  pictures: 'Pictures',
  picture: (index: number, count: number) => `Picture ${index} of ${count}`,
  details: 'Details',
  about: (name: string) => `About ${name}`,
  related: 'You may also like',
  loading: 'Loading',
};

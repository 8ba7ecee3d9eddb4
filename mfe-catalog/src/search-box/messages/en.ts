// Apart from the pages' messages, because the header is on every team's pages.
export const en = {
  search: 'Search',
  searchLabel: 'Search the shop',
  searchHint: 'Lamp, oak, notebook…',
  suggestions: 'Suggestions',
  suggestionCount: (count: number) =>
    count === 0 ? 'No suggestions' : count === 1 ? '1 suggestion' : `${count} suggestions`,
  inCategory: 'Category',
};

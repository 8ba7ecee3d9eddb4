import { definePage } from '@arcade/mfe-kit/contract';
import { CategoryPage, CategoryPage_Query, categoryVariables } from '../listing/category-page.tsx';
import { ListingSkeleton } from '../listing/listing-skeleton.tsx';

export default definePage({
  params: ['handle'],
  query: CategoryPage_Query,
  variables: categoryVariables,
  status: ({ category }) => (category ? 200 : 404),
  Page: CategoryPage,
  Loading: ListingSkeleton,
});

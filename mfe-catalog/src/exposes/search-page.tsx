import { definePage } from '@arcade/mfe-kit/contract';
import { ListingSkeleton } from '../listing/listing-skeleton.tsx';
import { SearchPage, SearchPage_Query, searchVariables } from '../listing/search-page.tsx';

export default definePage({
  query: SearchPage_Query,
  variables: searchVariables,
  Page: SearchPage,
  Loading: ListingSkeleton,
});

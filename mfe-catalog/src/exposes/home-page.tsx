import { definePage } from '@arcade/mfe-kit/contract';
import { HomePage, HomePage_Query, homeVariables } from '../home/home-page.tsx';
import { HomeSkeleton } from '../home/home-skeleton.tsx';

export default definePage({
  query: HomePage_Query,
  variables: homeVariables,
  Page: HomePage,
  Loading: HomeSkeleton,
});

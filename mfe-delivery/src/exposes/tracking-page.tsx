import { definePage } from '@arcade/mfe-kit/contract';
import {
  TrackingLoading,
  TrackingPage,
  TrackingPage_Query,
  trackingVariables,
} from '../tracking/tracking-page.tsx';

export default definePage({
  params: ['id'],
  query: TrackingPage_Query,
  variables: trackingVariables,
  status: ({ delivery }) => (delivery ? 200 : 404),
  Page: TrackingPage,
  Loading: TrackingLoading,
});

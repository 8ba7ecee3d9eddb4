import { defineSlot } from '@arcade/mfe-kit/contract';
import {
  OrderTracking,
  OrderTracking_Query,
  OrderTrackingLoading,
  orderTrackingVariables,
} from '../tracking/order-tracking.tsx';

export default defineSlot({
  query: OrderTracking_Query,
  variables: orderTrackingVariables,
  Slot: OrderTracking,
  Loading: OrderTrackingLoading,
});

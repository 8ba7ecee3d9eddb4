import { defineSlot } from '@arcade/mfe-kit/contract';
import {
  ProductDelivery,
  ProductDelivery_Query,
  ProductDeliveryLoading,
  productDeliveryVariables,
} from '../promise/product-delivery.tsx';

export default defineSlot({
  query: ProductDelivery_Query,
  variables: productDeliveryVariables,
  Slot: ProductDelivery,
  Loading: ProductDeliveryLoading,
});

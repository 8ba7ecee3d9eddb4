import { defineSlot } from '@arcade/mfe-kit/contract';
import {
  CheckoutShipping,
  CheckoutShipping_Query,
  CheckoutShippingLoading,
  checkoutShippingVariables,
} from '../checkout/checkout-shipping.tsx';

export default defineSlot({
  query: CheckoutShipping_Query,
  variables: checkoutShippingVariables,
  Slot: CheckoutShipping,
  Loading: CheckoutShippingLoading,
});

import { definePage } from '@arcade/mfe-kit/contract';
import { CheckoutPage, CheckoutPage_Query, checkoutVariables } from '../checkout/checkout-page.tsx';
import { CheckoutSkeleton } from '../checkout/checkout-skeleton.tsx';

export default definePage({
  query: CheckoutPage_Query,
  variables: checkoutVariables,
  Page: CheckoutPage,
  Loading: CheckoutSkeleton,
});

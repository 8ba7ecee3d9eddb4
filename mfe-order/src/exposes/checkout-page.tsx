import { definePage } from '@arcade/mfe-kit/contract';
import { CheckoutPage, CheckoutPage_Query, checkoutVariables } from '../checkout/checkout-page.tsx';

export default definePage({ query: CheckoutPage_Query, variables: checkoutVariables, Page: CheckoutPage });

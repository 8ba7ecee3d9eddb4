import { definePage } from '@arcade/mfe-kit/contract';
import { CartPage, CartPage_Query, cartVariables } from '../cart/cart-page.tsx';
import { CartSkeleton } from '../cart/cart-skeleton.tsx';

export default definePage({
  query: CartPage_Query,
  variables: cartVariables,
  Page: CartPage,
  Loading: CartSkeleton,
});

import { definePage } from '@arcade/mfe-kit/contract';
import { ProductPage, ProductPage_Query, productSlots, productVariables } from '../product/product-page.tsx';
import { ProductSkeleton } from '../product/product-skeleton.tsx';

export default definePage({
  params: ['handle'],
  query: ProductPage_Query,
  variables: productVariables,
  slots: productSlots,
  status: ({ product }) => (product ? 200 : 404),
  Page: ProductPage,
  Loading: ProductSkeleton,
});

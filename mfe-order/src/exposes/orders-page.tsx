import { definePage } from '@arcade/mfe-kit/contract';
import { OrdersPage, OrdersPage_Query, ordersVariables } from '../orders/orders-page.tsx';
import { OrdersSkeleton } from '../orders/orders-skeleton.tsx';

export default definePage({
  query: OrdersPage_Query,
  variables: ordersVariables,
  Page: OrdersPage,
  Loading: OrdersSkeleton,
});

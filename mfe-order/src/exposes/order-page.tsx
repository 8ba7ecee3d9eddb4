import { definePage } from '@arcade/mfe-kit/contract';
import { OrderPage, OrderPage_Query, orderVariables } from '../orders/order-page.tsx';
import { OrderSkeleton } from '../orders/order-skeleton.tsx';

export default definePage({
  params: ['id'],
  query: OrderPage_Query,
  variables: orderVariables,
  slots: ({ params }) => ({ 'order.tracking': { orderId: params.id } }),
  status: ({ order }) => (order ? 200 : 404),
  Page: OrderPage,
  Loading: OrderSkeleton,
});

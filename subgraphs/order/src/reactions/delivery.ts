/** What order does on delivery's events. DeliveryScheduled is not among them: nothing in an order changes by it. */
import type { EventHandler } from '@arcade/subgraph-kit/follow';
import { recordDelivery, recordDispatch } from '../domain/decisions.ts';
import { deliveryCompleted, deliveryDispatched, shippingMethodChanged } from './messages.ts';
import { change, type Reacting } from './reacting.ts';

export const onDelivery = (reacting: Reacting): Record<string, EventHandler> => ({
  async 'arcade.delivery.DeliveryDispatched.v1'(tx, { data }) {
    const { orderId, ...parcel } = deliveryDispatched.parse(data);
    await change(reacting, tx, orderId, (order) => recordDispatch(order, parcel, reacting.now()));
  },
  async 'arcade.delivery.DeliveryCompleted.v1'(tx, { data }) {
    const { orderId } = deliveryCompleted.parse(data);
    await change(reacting, tx, orderId, (order) => recordDelivery(order, reacting.now()));
  },
  async 'arcade.delivery.ShippingMethodChanged.v1'(tx, { data, time }) {
    await reacting.copyShippingMethod(tx, shippingMethodChanged.parse(data), time);
  },
});

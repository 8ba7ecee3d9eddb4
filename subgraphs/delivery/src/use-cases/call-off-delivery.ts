import { callOff } from '../domain/delivery.ts';
import type { Deliveries } from './ports.ts';

/** The order was cancelled. One that never got a delivery has nothing to call off. */
export const callOffDelivery =
  ({ deliveries, now }: { deliveries: Pick<Deliveries, 'update'>; now: () => Temporal.Instant }) =>
  async (orderId: string): Promise<void> => {
    await deliveries.update({ orderId }, (delivery) => callOff(delivery, now()));
  };

import { type ConfirmedOrder, schedule } from '../domain/delivery.ts';
import { offerFor, type Shipping } from '../domain/shipping.ts';
import { eventsOf } from './events-of.ts';
import type { AnnounceParcel, Deliveries, Tell } from './ports.ts';

interface Ports {
  deliveries: Pick<Deliveries, 'add'>;
  announceParcel: AnnounceParcel;
  tell: Tell;
  shipping: Shipping;
  now: () => Temporal.Instant;
  newId: () => string;
}

/** An order that was taken for a place to which nothing goes: a person has to look at it. */
export class Undeliverable extends Error {
  override name = 'Undeliverable';
  readonly code = 'UNDELIVERABLE';
}

/** Schedules the delivery of a confirmed order; a repeat changes nothing. */
export const scheduleDelivery =
  ({ deliveries, announceParcel, tell, shipping, now, newId }: Ports) =>
  async (order: ConfirmedOrder): Promise<void> => {
    const at = now();
    const { country, postcode } = order.destination;
    const offer = offerFor(shipping, order.method, { country, postcode, grams: order.grams }, at);
    if (!offer) throw new Undeliverable(`order ${order.orderId}: nothing goes to ${country} ${postcode}`);
    const outcome = schedule(order, offer, newId(), at);
    if (!(await deliveries.add(outcome.delivery))) return;
    await announceParcel(outcome.delivery);
    await tell(eventsOf(outcome));
  };

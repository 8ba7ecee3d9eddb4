import { type DeliveryState, type Report, report } from '../domain/delivery.ts';
import { eventsOf } from './events-of.ts';
import type { Deliveries, Tell } from './ports.ts';

/**
 * Takes a carrier's report about the delivery whose id we gave as reference. The answer is what the delivery is then: CALLED_OFF and
 * RETURNING tell the carrier to stop. Undefined: no such delivery.
 */
export const takeReport =
  ({ deliveries, tell }: { deliveries: Pick<Deliveries, 'update'>; tell: Tell }) =>
  async (id: string, reported: Report): Promise<DeliveryState | undefined> => {
    const outcome = await deliveries.update({ id }, (delivery) => report(delivery, reported));
    if (!outcome) return undefined;
    await tell(eventsOf(outcome));
    return outcome.delivery.state;
  };

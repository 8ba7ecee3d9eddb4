import type { Delivery, Happening, Outcome } from '../domain/delivery.ts';
import type { OwnEvent } from './ports.ts';

export function eventsOf({ delivery, happenings }: Outcome): OwnEvent[] {
  return happenings.map((happening) => eventOf(happening, delivery));
}

function eventOf(happening: Happening, { id, orderId, promised, tracking }: Delivery): OwnEvent {
  const subject = orderId;
  const data = { orderId, deliveryId: id };
  switch (happening) {
    case 'DeliveryScheduled':
      return { type: 'arcade.delivery.DeliveryScheduled.v1', subject, data: { ...data, promised } };
    case 'DeliveryDispatched': {
      if (!tracking) throw new Error(`delivery ${id} was dispatched without a tracking number`);
      const { carrier, number } = tracking;
      const dispatched = { ...data, carrier, trackingNumber: number };
      return { type: 'arcade.delivery.DeliveryDispatched.v1', subject, data: dispatched };
    }
    case 'DeliveryCompleted':
      return { type: 'arcade.delivery.DeliveryCompleted.v1', subject, data };
  }
}

/**
 * A delivery: one order's parcel from the depot to the door. It moves only forward, as the carrier reports, until it arrives or its
 * order is cancelled.
 */
import type { Country, ZoneCode } from './postcode.ts';
import type { Offer, Prices, Text } from './shipping.ts';

export const journey = ['SCHEDULED', 'DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED'] as const;
export type JourneyState = (typeof journey)[number];
export type DeliveryState = JourneyState | 'CALLED_OFF' | 'RETURNING';

export interface Moment {
  state: DeliveryState;
  /** ISO 8601 instant. */
  at: string;
  place?: Text;
}

export interface Destination {
  recipient: string;
  phone?: string | undefined;
  country: Country;
  postcode: string;
  region?: string | undefined;
  city: string;
  line1: string;
  line2?: string | undefined;
}

export interface Delivery {
  id: string;
  orderId: string;
  customerId: string;
  state: DeliveryState;
  /** As it was when the order was scheduled: later changes of the method are not about this parcel. */
  method: { code: string; name: Text; prices: Prices };
  grams: number;
  destination: Destination;
  zone: ZoneCode;
  /** ISO 8601 dates; the latest is what was promised. */
  earliest: string;
  promised: string;
  /** The carrier's number, known once the carrier has reported. */
  tracking?: { carrier: string; number: string } | undefined;
  history: Moment[];
}

export type Happening = 'DeliveryScheduled' | 'DeliveryDispatched' | 'DeliveryCompleted';

/** What a decision leads to: the delivery as it is then (the same object when nothing changed), and what others are told. */
export interface Outcome {
  delivery: Delivery;
  happenings: Happening[];
}

export interface ConfirmedOrder {
  orderId: string;
  customerId: string;
  grams: number;
  method: string;
  destination: Destination;
}

export function schedule(
  order: ConfirmedOrder,
  { method, zone, prices, earliest, latest }: Offer,
  id: string,
  at: Temporal.Instant,
): Outcome {
  const delivery: Delivery = {
    id,
    orderId: order.orderId,
    customerId: order.customerId,
    state: 'SCHEDULED',
    method: { code: method.code, name: method.name, prices },
    grams: order.grams,
    destination: order.destination,
    zone: zone.code,
    earliest: earliest.toString(),
    promised: latest.toString(),
    history: [{ state: 'SCHEDULED', at: at.toString(), place: zone.depot }],
  };
  return { delivery, happenings: ['DeliveryScheduled'] };
}

/** What a carrier says about a parcel. */
export interface Report {
  tracking: { carrier: string; number: string };
  state: Exclude<JourneyState, 'SCHEDULED'>;
  at: string;
  place?: Text | undefined;
}

/**
 * Takes a carrier's report. Reports may repeat, come late or be lost: one that is not ahead of what is known changes nothing, and one
 * that skips the dispatch tells of it too. A parcel that was called off or turned round follows no report any more.
 */
export function report(delivery: Delivery, { tracking, state, at, place }: Report): Outcome {
  if (delivery.state === 'CALLED_OFF' || delivery.state === 'RETURNING') return { delivery, happenings: [] };
  if (journey.indexOf(state) <= journey.indexOf(delivery.state)) return { delivery, happenings: [] };
  const next = { ...moved(delivery, state, at, place), tracking };
  const happenings: Happening[] = [];
  if (delivery.state === 'SCHEDULED') happenings.push('DeliveryDispatched');
  if (state === 'DELIVERED') happenings.push('DeliveryCompleted');
  return { delivery: next, happenings };
}

/** The order was cancelled: a parcel that has not left stays, one that has turns round. A repeat changes nothing. */
export function callOff(delivery: Delivery, at: Temporal.Instant): Outcome {
  switch (delivery.state) {
    case 'SCHEDULED':
      return { delivery: moved(delivery, 'CALLED_OFF', at.toString()), happenings: [] };
    case 'DISPATCHED':
    case 'IN_TRANSIT':
    case 'OUT_FOR_DELIVERY':
    case 'DELIVERED':
      return { delivery: moved(delivery, 'RETURNING', at.toString()), happenings: [] };
    case 'CALLED_OFF':
    case 'RETURNING':
      return { delivery, happenings: [] };
  }
}

function moved(delivery: Delivery, state: DeliveryState, at: string, place?: Text): Delivery {
  const moment: Moment = place ? { state, at, place } : { state, at };
  return { ...delivery, state, history: [...delivery.history, moment] };
}

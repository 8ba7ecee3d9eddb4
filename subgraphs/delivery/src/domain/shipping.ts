/** Shipping methods: what they cost, where they go, and when a parcel arrives by them. Pure; the time comes as an argument. */
import { addBusinessDays, businessDayFrom } from './business-days.ts';
import { type Country, isZone, type NoZone, usualZone, type ZoneCode, zoneOf } from './postcode.ts';

export type Currency = 'KRW' | 'USD';
/** Minor units: won and cents. */
export type Prices = Record<Currency, number>;
export type Text = { en: string; ko: string };

export interface Zone {
  code: ZoneCode;
  country: Country;
  /** Of the depot from which parcels for the zone leave: the cut-off is read from its clock. */
  timeZone: string;
  depot: Text;
  hub: Text;
}

export interface ShippingMethod {
  code: string;
  name: Text;
  grams: { min: number; max: number };
  /** Above this weight the rate's surcharge is added. */
  surchargeAbove?: number;
  rates: Partial<Record<Country, { prices: Prices; surcharge?: Prices }>>;
  routes: Partial<Record<ZoneCode, Route>>;
}

export interface Route {
  /** Local time at the depot; what is ordered before leaves the same business day. */
  cutOff: Temporal.PlainTime;
  /** Business days from leaving to arriving. */
  days: { min: number; max: number };
}

export interface Shipping {
  methods: readonly ShippingMethod[];
  zones: Readonly<Record<ZoneCode, Zone>>;
}

/** A method as it is offered for one parcel to one place, now. */
export interface Offer {
  method: ShippingMethod;
  zone: Zone;
  prices: Prices;
  earliest: Temporal.PlainDate;
  latest: Temporal.PlainDate;
  /** Order until then to keep these days. */
  orderBy: Temporal.Instant;
}

export interface Parcel {
  country: Country;
  /** Absent: somewhere usual in the country. */
  postcode?: string | undefined;
  grams: number;
}

/** What can be chosen for a parcel, cheapest first; empty when nothing is sent there. */
export function offersFor(shipping: Shipping, parcel: Parcel, now: Temporal.Instant): Offer[] {
  const code =
    parcel.postcode === undefined ? usualZone[parcel.country] : zoneOf(parcel.country, parcel.postcode);
  if (!isZone(code)) return [];
  const zone = shipping.zones[code];
  return shipping.methods
    .filter(({ grams }) => parcel.grams >= grams.min && parcel.grams <= grams.max)
    .flatMap((method) => offer(method, zone, parcel.grams, now) ?? [])
    .sort((a, b) => a.prices.USD - b.prices.USD);
}

/** The cheapest offer, or why there is none. */
export function promiseFor(
  shipping: Shipping,
  parcel: Parcel & { postcode: string },
  now: Temporal.Instant,
): Offer | NoZone | 'TOO_HEAVY' {
  const zone = zoneOf(parcel.country, parcel.postcode);
  if (!isZone(zone)) return zone;
  return offersFor(shipping, parcel, now)[0] ?? 'TOO_HEAVY';
}

/**
 * The offer by which an order that was taken is sent. The method may be unknown or not meant for this parcel, because orders are taken
 * while delivery is away; then it goes by the usual one. Undefined when nothing goes there at all.
 */
export function offerFor(
  shipping: Shipping,
  code: string,
  parcel: Parcel,
  now: Temporal.Instant,
): Offer | undefined {
  const offers = offersFor(shipping, parcel, now);
  return offers.find(({ method }) => method.code === code) ?? offers[0];
}

/** What a method costs for a weight, or undefined where it does not go. */
export function pricesFor(method: ShippingMethod, country: Country, grams: number): Prices | undefined {
  const rate = method.rates[country];
  if (!rate) return undefined;
  const { prices, surcharge } = rate;
  if (!surcharge || method.surchargeAbove === undefined || grams <= method.surchargeAbove) return prices;
  return { KRW: prices.KRW + surcharge.KRW, USD: prices.USD + surcharge.USD };
}

function offer(method: ShippingMethod, zone: Zone, grams: number, now: Temporal.Instant): Offer | undefined {
  const route = method.routes[zone.code];
  const prices = pricesFor(method, zone.country, grams);
  if (!route || !prices) return undefined;
  const local = now.toZonedDateTimeISO(zone.timeZone);
  const today = local.toPlainDate();
  const inTime = Temporal.PlainTime.compare(local.toPlainTime(), route.cutOff) < 0;
  const leaves = businessDayFrom(zone.country, inTime ? today : today.add({ days: 1 }));
  return {
    method,
    zone,
    prices,
    earliest: addBusinessDays(zone.country, leaves, route.days.min),
    latest: addBusinessDays(zone.country, leaves, route.days.max),
    orderBy: leaves.toZonedDateTime({ timeZone: zone.timeZone, plainTime: route.cutOff }).toInstant(),
  };
}

import { sql } from 'drizzle-orm';
import { check, date, integer, jsonb, pgTable, primaryKey, text, time, uuid } from 'drizzle-orm/pg-core';
import type { Address } from '../domain/address-book.ts';
import type { Delivery, DeliveryState, Destination, Moment } from '../domain/delivery.ts';
import type { Country, ZoneCode } from '../domain/postcode.ts';

export const shippingZone = pgTable('shipping_zone', {
  code: text().$type<ZoneCode>().primaryKey(),
  country: text().$type<Country>().notNull(),
  timeZone: text('time_zone').notNull(),
  depotEn: text('depot_en').notNull(),
  depotKo: text('depot_ko').notNull(),
  hubEn: text('hub_en').notNull(),
  hubKo: text('hub_ko').notNull(),
});

export const shippingMethod = pgTable('shipping_method', {
  code: text().primaryKey(),
  nameEn: text('name_en').notNull(),
  nameKo: text('name_ko').notNull(),
  minGrams: integer('min_grams').notNull(),
  maxGrams: integer('max_grams').notNull(),
  surchargeAboveGrams: integer('surcharge_above_grams'),
  /** Digest of what was last told to others; a start that finds another one tells again. */
  announced: text(),
});

/** Minor units: won and cents. */
export const shippingRate = pgTable(
  'shipping_rate',
  {
    method: text()
      .notNull()
      .references(() => shippingMethod.code),
    country: text().$type<Country>().notNull(),
    krw: integer().notNull(),
    usd: integer().notNull(),
    surchargeKrw: integer('surcharge_krw'),
    surchargeUsd: integer('surcharge_usd'),
  },
  (rate) => [primaryKey({ columns: [rate.method, rate.country] })],
);

export const shippingRoute = pgTable(
  'shipping_route',
  {
    method: text()
      .notNull()
      .references(() => shippingMethod.code),
    zone: text()
      .$type<ZoneCode>()
      .notNull()
      .references(() => shippingZone.code),
    cutOff: time('cut_off').notNull(),
    minDays: integer('min_days').notNull(),
    maxDays: integer('max_days').notNull(),
  },
  (route) => [
    primaryKey({ columns: [route.method, route.zone] }),
    check('days', sql`${route.minDays} between 0 and ${route.maxDays}`),
  ],
);

export const delivery = pgTable('delivery', {
  id: uuid().primaryKey(),
  orderId: text('order_id').notNull().unique(),
  customerId: text('customer_id').notNull(),
  state: text().$type<DeliveryState>().notNull(),
  method: jsonb().$type<Delivery['method']>().notNull(),
  grams: integer().notNull(),
  destination: jsonb().$type<Destination>().notNull(),
  zone: text().$type<ZoneCode>().notNull(),
  earliest: date().notNull(),
  promised: date().notNull(),
  tracking: jsonb().$type<Delivery['tracking']>(),
  history: jsonb().$type<Moment[]>().notNull(),
});

export const addressBook = pgTable('address_book', {
  visitorId: text('visitor_id').primaryKey(),
  addresses: jsonb().$type<Address[]>().notNull(),
});

import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Prices } from '../domain/money.ts';
import type { Order, OrderEvent } from '../domain/order.ts';
import type { ShippingMethod } from '../domain/shipping.ts';
import type { Text } from '../domain/text.ts';

/** The truth about orders. Two writers of one version cannot both win: that is what the primary key is for. */
export const orderEvents = pgTable(
  'order_event',
  {
    orderId: text('order_id').notNull(),
    version: integer('version').notNull(),
    event: jsonb('event').$type<OrderEvent>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.version] })],
);

/** Projection of the streams, one row an order, written by the statement that appends to the stream. */
export const orders = pgTable(
  'order_view',
  {
    id: text('id').primaryKey(),
    version: integer('version').notNull(),
    number: text('number').notNull().unique(),
    customerId: text('customer_id').notNull(),
    idempotencyKey: text('idempotency_key').notNull().unique(),
    placedAt: timestamp('placed_at', { withTimezone: true, mode: 'string' }).notNull(),
    snapshot: jsonb('snapshot').$type<Order>().notNull(),
    /** When order itself has to do something about it; null: nothing to do. */
    dueAt: timestamp('due_at', { withTimezone: true, mode: 'string' }),
    /** W3C trace of the last change: what order does because of it belongs to the same trace. */
    traceparent: text('traceparent'),
  },
  (table) => [
    index('order_view_by_customer').on(table.customerId, table.placedAt.desc(), table.id.desc()),
    index('order_view_due').on(table.dueAt).where(sql`${table.dueAt} is not null`),
  ],
);

/** A cart is read and written whole; `version` counts its changes. */
export const carts = pgTable('cart', {
  visitorId: text('visitor_id').primaryKey(),
  version: integer('version').notNull(),
  lines: jsonb('lines').$type<{ sku: string; name: Text; quantity: number; seen: Prices }[]>().notNull(),
});

/** Copy of what catalog offers, from ProductChanged. */
export const offers = pgTable(
  'offer',
  {
    sku: text('sku').primaryKey(),
    productId: text('product_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    prices: jsonb('prices').$type<Prices>().notNull(),
    weight: integer('weight').notNull(),
    /** When catalog said so: an older message does not undo a newer one. */
    toldAt: timestamp('told_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [index('offer_by_product').on(table.productId)],
);

/** Copy of delivery's methods, from ShippingMethodChanged. */
export const shippingMethods = pgTable('shipping_method', {
  code: text('code').primaryKey(),
  method: jsonb('method').$type<ShippingMethod>().notNull(),
  toldAt: timestamp('told_at', { withTimezone: true, mode: 'string' }).notNull(),
});

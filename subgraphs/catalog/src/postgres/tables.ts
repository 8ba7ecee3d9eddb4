import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Detail, Language, Text } from '../domain/product.ts';
import type { ProductDocument } from '../domain/product-document.ts';

const position = smallint().notNull();
const name = jsonb().$type<Text>().notNull();

export const category = pgTable('category', {
  handle: text().primaryKey(),
  position,
  name,
  description: jsonb().$type<Text>().notNull(),
  picture: text().notNull(),
});

export const termKind = pgEnum('term_kind', ['colour', 'size', 'material']);

/** Colours, sizes and materials: what variants and products are told apart by. */
export const term = pgTable(
  'term',
  {
    kind: termKind().notNull(),
    code: text().notNull(),
    position,
    name,
    swatch: text(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.code] })],
);

export const product = pgTable(
  'product',
  {
    id: uuid().primaryKey().defaultRandom(),
    handle: text().notNull().unique(),
    category: text()
      .notNull()
      .references(() => category.handle),
    type: text().notNull(),
    material: text().notNull(),
    name,
    summary: jsonb().$type<Text>().notNull(),
    description: jsonb().$type<Record<Language, string[]>>().notNull(),
    details: jsonb().$type<Detail[]>().notNull(),
    popularity: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    // Counts of a category, and its neighbours in demand ("you may also like"), without reading the table.
    index('product_category_popularity').on(table.category, table.popularity, table.id),
    index('product_popularity').on(table.popularity, table.id),
    index('product_newest').on(table.createdAt, table.id),
  ],
);

export const variant = pgTable(
  'variant',
  {
    sku: text().primaryKey(),
    productId: uuid()
      .notNull()
      .references(() => product.id),
    position,
    colour: text().notNull(),
    size: text(),
    priceKrw: integer().notNull(),
    priceUsd: integer().notNull(),
    weight: integer().notNull(),
    pictures: text().array().notNull(),
  },
  (table) => [
    uniqueIndex('variant_product').on(table.productId, table.position),
    check('price_is_positive', sql`${table.priceKrw} > 0 and ${table.priceUsd} > 0`),
  ],
);

/** The current level; the last line of defence against selling what is not there. */
export const stock = pgTable(
  'stock',
  {
    sku: text()
      .primaryKey()
      .references(() => variant.sku),
    onHand: integer().notNull(),
    allocated: integer().notNull().default(0),
  },
  (table) => [
    check('allocated_is_not_negative', sql`${table.allocated} >= 0`),
    check('available_is_not_negative', sql`${table.onHand} >= ${table.allocated}`),
  ],
);

export const movementType = pgEnum('movement_type', ['received', 'allocated', 'released']);

/** The ledger: rows are only ever added. */
export const stockMovement = pgTable(
  'stock_movement',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    sku: text().notNull(),
    type: movementType().notNull(),
    quantity: integer().notNull(),
    orderId: text(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('stock_movement_order').on(table.orderId).where(sql`${table.orderId} is not null`),
    index('stock_movement_sku').on(table.sku),
  ],
);

export const allocationState = pgEnum('allocation_state', ['allocated', 'short', 'released']);

/** What was answered to an order: once, whatever arrives twice or late. */
export const allocation = pgTable('allocation', {
  orderId: text().primaryKey(),
  state: allocationState().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** At most one row. */
export const lead = pgTable(
  'lead',
  {
    id: smallint().primaryKey().default(1),
    title: jsonb().$type<Text>().notNull(),
    text: jsonb().$type<Text>().notNull(),
    productId: uuid()
      .notNull()
      .references(() => product.id),
  },
  (table) => [check('one_lead', sql`${table.id} = 1`)],
);

/** Whoever reads products reads these: a row holds all that a screen shows of one. */
export const productDocument = pgView('product_document', {
  id: uuid().notNull(),
  handle: text().notNull(),
  category: text().notNull(),
  popularity: integer().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  document: jsonb().$type<ProductDocument>().notNull(),
}).as(sql`
  SELECT product.id, product.handle, product.category, product.popularity, product.created_at,
    jsonb_build_object(
      'id', product.id,
      'handle', product.handle,
      'category', jsonb_build_object('handle', category.handle, 'name', category.name,
        'description', category.description, 'picture', category.picture),
      'type', product.type,
      'material', jsonb_build_object('code', material.code, 'name', material.name),
      'name', product.name,
      'summary', product.summary,
      'description', product.description,
      'details', product.details,
      'popularity', product.popularity,
      'createdAt', product.created_at,
      'variants', (
        SELECT jsonb_agg(jsonb_build_object(
            'sku', variant.sku,
            'colour', jsonb_build_object('code', colour.code, 'name', colour.name, 'swatch', colour.swatch),
            'size', CASE WHEN size.code IS NOT NULL
              THEN jsonb_build_object('code', size.code, 'name', size.name) END,
            'prices', jsonb_build_object('KRW', variant.price_krw, 'USD', variant.price_usd),
            'weight', variant.weight,
            'pictures', variant.pictures,
            'available', stock.on_hand - stock.allocated
          ) ORDER BY variant.position)
        FROM variant
        JOIN stock ON stock.sku = variant.sku
        JOIN term colour ON colour.kind = 'colour' AND colour.code = variant.colour
        LEFT JOIN term size ON size.kind = 'size' AND size.code = variant.size
        WHERE variant.product_id = product.id
      )
    ) AS document
  FROM product
  JOIN category ON category.handle = product.category
  JOIN term material ON material.kind = 'material' AND material.code = product.material`);

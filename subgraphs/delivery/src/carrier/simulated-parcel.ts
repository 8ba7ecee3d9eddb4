import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Report } from '../domain/delivery.ts';
import type { Text } from '../domain/shipping.ts';

export interface Stop {
  state: Report['state'];
  place: Text;
}

/** The simulated carrier's own record: the stops that are left for a parcel, and when it reaches the first of them. */
export const simulatedParcel = pgTable(
  'simulated_parcel',
  {
    /** What the sender calls the parcel. */
    reference: uuid().primaryKey(),
    trackingNumber: text('tracking_number').notNull(),
    stops: jsonb().$type<Stop[]>().notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
  },
  (row) => [index('simulated_parcel_due').on(row.dueAt)],
);

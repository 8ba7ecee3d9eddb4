import { integer, pgTable, text } from 'drizzle-orm/pg-core';

/** The sandbox provider's own books; a real provider keeps these itself. One row an idempotency key. */
export const sandboxPayments = pgTable('sandbox_payment', {
  reference: text('reference').primaryKey(),
  status: text('status', { enum: ['succeeded', 'failed', 'refunded', 'cancelled'] }).notNull(),
  chargeId: text('charge_id').notNull(),
  amount: integer('amount'),
  currency: text('currency'),
  failure: text('failure'),
  refundId: text('refund_id'),
});

/**
 * A payment provider for development and tests, with its own words and its own books: what a real provider answers over
 * HTTP, this one answers from a table, so that it remembers its payments across a restart of the shop.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '@arcade/subgraph-kit/database';
import { sql } from 'drizzle-orm';
import { sandboxPayments } from './sandbox-table.ts';

/** The provider's payment object. `failed` and `cancelled` are final: no money will ever be taken under this reference. */
export interface ProviderPayment {
  reference: string;
  status: 'succeeded' | 'failed' | 'refunded' | 'cancelled';
  chargeId: string;
  failure: string | null;
  refundId: string | null;
}

export interface Provider {
  /** A repeated reference gives the payment that was made under it first. */
  createPayment(
    request: { reference: string; amount: number; currency: string; source: string },
    signal: AbortSignal,
  ): Promise<ProviderPayment>;
  /** Refunds a payment that succeeded; bars the reference when there is none. */
  cancelPayment(reference: string, signal: AbortSignal): Promise<ProviderPayment>;
}

const failures: Record<string, string> = {
  tok_declined: 'card_declined',
  tok_insufficient_funds: 'insufficient_funds',
  tok_expired: 'expired_card',
};

/** Takes no money and never answers. */
const SILENT = 'tok_timeout';
/** Takes the money, but the first answer is lost on the way. */
const LOST_ANSWER = 'tok_lost_answer';
const successful = new Set(['tok_visa_success', 'tok_mastercard_success', LOST_ANSWER]);

export function sandboxProvider(db: Pick<Database['drizzle'], 'insert'>): Provider {
  return {
    async createPayment({ reference, amount, currency, source }, signal) {
      if (source === SILENT) return unanswered(signal);
      const failure = failures[source] ?? (successful.has(source) ? null : 'invalid_source');
      const chargeId = `ch_${randomUUID()}`;
      const status = failure ? ('failed' as const) : ('succeeded' as const);
      const [payment] = await db
        .insert(sandboxPayments)
        .values({ reference, status, chargeId, amount, currency, failure })
        .onConflictDoUpdate({ target: sandboxPayments.reference, set: { reference } })
        .returning();
      if (!payment) throw new Error(`The sandbox kept no payment ${reference}`);
      if (source === LOST_ANSWER && payment.chargeId === chargeId) return unanswered(signal);
      return payment;
    },

    async cancelPayment(reference) {
      const [payment] = await db
        .insert(sandboxPayments)
        .values({ reference, status: 'cancelled', chargeId: `ch_${randomUUID()}` })
        .onConflictDoUpdate({
          target: sandboxPayments.reference,
          set: {
            status: sql`case ${sandboxPayments.status} when 'succeeded' then 'refunded' else ${sandboxPayments.status} end`,
            refundId: sql`case ${sandboxPayments.status} when 'succeeded' then ${`re_${randomUUID()}`} else ${sandboxPayments.refundId} end`,
          },
        })
        .returning();
      if (!payment) throw new Error(`The sandbox kept no payment ${reference}`);
      return payment;
    },
  };
}

const unanswered = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

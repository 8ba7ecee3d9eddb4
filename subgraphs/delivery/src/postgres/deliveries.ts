import { and, eq, inArray } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Delivery } from '../domain/delivery.ts';
import type { Deliveries, FindDeliveries } from '../use-cases/ports.ts';
import { delivery } from './tables.ts';

export type Executor = Pick<NodePgDatabase, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;

/** NOTIFY channel: the delivery of the order whose id is the payload is not what it was. A trigger says so. */
export const CHANGED_CHANNEL = 'delivery_changed';

export function deliveries(tx: Executor): Deliveries {
  return {
    async add(added) {
      const rows = await tx
        .insert(delivery)
        .values(added)
        .onConflictDoNothing({ target: delivery.orderId })
        .returning({ id: delivery.id });
      return rows.length > 0;
    },

    async update(key, decide) {
      const where = 'id' in key ? eq(delivery.id, key.id) : eq(delivery.orderId, key.orderId);
      const [row] = await tx.select().from(delivery).where(where).for('update');
      if (!row) return undefined;
      const before = fromRow(row);
      const outcome = decide(before);
      if (outcome.delivery !== before) {
        const { state, tracking, history } = outcome.delivery;
        await tx.update(delivery).set({ state, tracking, history }).where(eq(delivery.id, row.id));
      }
      return outcome;
    },
  };
}

export const findDeliveries =
  (db: Executor): FindDeliveries =>
  async (customerId, by, values) => {
    const rows = await db
      .select()
      .from(delivery)
      .where(and(eq(delivery.customerId, customerId), inArray(delivery[by], [...values])));
    return new Map(rows.map((row) => [row[by], fromRow(row)]));
  };

function fromRow({ tracking, ...row }: typeof delivery.$inferSelect): Delivery {
  return { ...row, tracking: tracking ?? undefined };
}

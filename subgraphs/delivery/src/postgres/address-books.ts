import type { Database } from '@arcade/subgraph-kit/database';
import { eq } from 'drizzle-orm';
import type { AddressBooks } from '../use-cases/ports.ts';
import { addressBook } from './tables.ts';

export function addressBooks(db: Pick<Database, 'drizzle' | 'transaction'>): AddressBooks {
  return {
    async of(visitorId) {
      const [row] = await db.drizzle.select().from(addressBook).where(eq(addressBook.visitorId, visitorId));
      return row?.addresses ?? [];
    },

    update: (visitorId, decide) =>
      db.transaction(async (tx) => {
        // Writes even when the row is there: that locks it, and a new book cannot be begun twice.
        const [row] = await tx
          .insert(addressBook)
          .values({ visitorId, addresses: [] })
          .onConflictDoUpdate({ target: addressBook.visitorId, set: { visitorId } })
          .returning();
        const decided = decide(row?.addresses ?? []);
        if ('refused' in decided) return decided;
        await tx
          .update(addressBook)
          .set({ addresses: [...decided] })
          .where(eq(addressBook.visitorId, visitorId));
        return decided;
      }),
  };
}

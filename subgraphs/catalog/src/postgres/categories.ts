import type { Executor } from '@arcade/subgraph-kit/database';
import { sql } from 'drizzle-orm';
import type { CountedCategory } from '../use-cases/read-catalogue.ts';

/** All of them, in the order of the shop's navigation: there are few. */
export async function readCategories(db: Executor): Promise<CountedCategory[]> {
  const { rows } = await db.execute<{ category: CountedCategory }>(sql`
    SELECT jsonb_build_object('handle', handle, 'name', name, 'description', description, 'picture', picture,
      'productCount', (SELECT count(*) FROM product WHERE product.category = category.handle)) AS category
    FROM category
    ORDER BY position`);
  return rows.map(({ category }) => category);
}

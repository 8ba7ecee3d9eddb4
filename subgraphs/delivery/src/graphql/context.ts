import DataLoader from 'dataloader';
import type { Delivery } from '../domain/delivery.ts';
import type { FindDeliveries } from '../use-cases/ports.ts';

export interface Context {
  /** Undefined is nobody. */
  visitor: string | undefined;
  /** Each finds only the visitor's own. */
  deliveryById: DataLoader<string, Delivery | null>;
  deliveryByOrder: DataLoader<string, Delivery | null>;
  /** Of a subscription: aborts when nobody listens any more. */
  over: AbortSignal | undefined;
}

/** For one request: what is asked in one step goes to the database as one statement. */
export function newContext(
  findDeliveries: FindDeliveries,
  { visitor, signal }: { visitor?: string | undefined; signal?: AbortSignal | undefined },
): Context {
  const loader = (by: 'id' | 'orderId') =>
    new DataLoader<string, Delivery | null>(async (keys) => {
      if (visitor === undefined) return keys.map(() => null);
      const found = await findDeliveries(visitor, by, keys);
      return keys.map((key) => found.get(key) ?? null);
    });
  return { visitor, deliveryById: loader('id'), deliveryByOrder: loader('orderId'), over: signal };
}

// The shop's own processes, for tests that stop or kill one.
import { type Act, askShop, type ShopStatus } from '../scripts/shop/control.ts';
import { env } from './env.ts';

export type ProcessName = 'catalog' | 'order' | 'delivery' | 'router' | 'registry' | 'shell' | 'postgres';

export const shop = {
  async status(): Promise<ShopStatus> {
    const status = await askShop(env.DATA_DIR);
    if (!status) throw new Error(`No shop runs with its data in ${env.DATA_DIR}.`);
    return status;
  },
  /** Resolves when the act is done: `start` when the process is ready. */
  async act(process: ProcessName, act: Act): Promise<void> {
    await askShop(env.DATA_DIR, { process, act });
  },
  /** Runs `work` while one process is away, and brings it back whatever happens. */
  async without(process: ProcessName, work: () => Promise<void>): Promise<void> {
    await shop.act(process, 'stop');
    try {
      await work();
    } finally {
      await shop.act(process, 'start');
    }
  },
};

/** The categories in the header: the same for everyone, asked once a minute for each language, kept when the catalog is down. */
import type { Locale } from '@arcade/mfe-kit/session';
import type { Logger } from '@arcade/subgraph-kit/service';
import { z } from 'zod';
import type { NavigationItem } from '../app/view.tsx';
import { ownOperations } from './own-operations.ts';
import type { RouterClient } from './router-client.ts';

const shape = z.object({ categories: z.array(z.object({ handle: z.string(), name: z.string() })) });
const freshFor = 60_000;

interface Kept {
  items: readonly NavigationItem[];
  askedAt: number;
}

export class NavigationItems {
  readonly #router: RouterClient;
  readonly #log: Logger;
  readonly #kept = new Map<Locale, Kept>();

  constructor(router: RouterClient, log: Logger) {
    this.#router = router;
    this.#log = log;
  }

  /** At once, except for the very first time. */
  async for(locale: Locale): Promise<readonly NavigationItem[]> {
    const kept = this.#kept.get(locale) ?? { items: [], askedAt: 0 };
    this.#kept.set(locale, kept);
    if (Date.now() - kept.askedAt > freshFor) {
      kept.askedAt = Date.now();
      const asking = this.#ask(locale, kept);
      if (kept.items.length === 0) await asking;
    }
    return kept.items;
  }

  async #ask(locale: Locale, kept: Kept): Promise<void> {
    try {
      const variables = { locale: locale === 'ko' ? 'KO' : 'EN' };
      const { categories } = await this.#router.ask(ownOperations.navigation, variables, shape);
      kept.items = categories;
    } catch (error) {
      // The header does without, or with the last known ones; asked again with the next page.
      kept.askedAt = 0;
      this.#log.warn({ err: error }, 'categories for the navigation could not be asked');
    }
  }
}

// Navigation in the browser: the next page's code and data are loaded while this one stays on screen; then address, page and scroll change together.
import { hrefOf } from '@arcade/mfe-kit/href';
import type { NavigateOptions, Navigation } from '@arcade/mfe-kit/navigation';
import {
  type Address,
  type Asking,
  openPage,
  type Shown,
  type Surroundings,
  type Visitor,
} from './open-page.ts';
import type { PageState } from './page-state.ts';
import { ScrollMemory } from './scroll-memory.ts';

/** Slots that take longer than this appear in a page that is already there. Milliseconds. */
const slotDeadline = 400;
/** A page that nobody waits for is loaded whole: a slot's question that is let go of unanswered would be asked again. Milliseconds. */
const prefetchDeadline = 10_000;

/** `same-place`: the same page with other choices; the visitor goes on where they are. */
export type Arrival = { readonly shown: Shown; readonly how: 'first' | 'new' | 'back' | 'same-place' };

interface Listener {
  readonly departed: () => void;
  readonly arrived: (arrival: Arrival) => void;
}

export class Navigator implements Navigation {
  /** Kept up to date by the component that owns it. */
  visitor: Visitor;
  readonly #surroundings: Surroundings;
  readonly #scroll = new ScrollMemory();
  readonly #prefetched = new Set<string>();
  #listener: Listener | undefined;
  #latest = 0;
  readonly #overrides: readonly (readonly [unit: string, origin: string])[];

  /** `overrides` stay in the address while this tab is in the shop. */
  constructor(visitor: Visitor, surroundings: Surroundings, overrides: PageState['overrides'] = {}) {
    this.visitor = visitor;
    this.#surroundings = surroundings;
    this.#overrides = Object.entries(overrides);
  }

  /** Follows the browser's history and tells of departures and arrivals, until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listener = listener;
    const back = () => {
      if (this.#scroll.moved()) void this.#go(hereBelowLocale(), 'none', 'back');
    };
    const save = () => this.#scroll.save();
    window.addEventListener('popstate', back);
    window.addEventListener('pagehide', save);
    return () => {
      this.#listener = undefined;
      window.removeEventListener('popstate', back);
      window.removeEventListener('pagehide', save);
    };
  }

  readonly navigate = (to: string, { replace = false, keepScroll = false }: NavigateOptions = {}): void => {
    void this.#go(to, replace ? 'replace' : 'push', keepScroll ? 'same-place' : 'new');
  };

  readonly prefetch = (to: string): void => {
    if (this.#prefetched.has(to)) return;
    this.#prefetched.add(to);
    void this.#open(to, 'what-is-missing', prefetchDeadline).then((opened) => {
      // What was asked stays in the graph's cache.
      if (opened.kind !== 'redirect') opened.close();
    });
  };

  /** Opens the present page anew. */
  readonly retry = (): void => {
    void this.#go(hereBelowLocale(), 'none', 'same-place');
  };

  /** After the new page is on screen, before the visitor sees it. */
  readonly settle = ({ how }: Arrival): void => {
    if (how === 'new') window.scrollTo(0, 0);
    if (how === 'back') this.#scroll.restore();
  };

  async #go(place: string, change: 'push' | 'replace' | 'none', how: Arrival['how']): Promise<void> {
    const to = this.#withOverrides(place);
    this.#latest += 1;
    const mine = this.#latest;
    this.#listener?.departed();
    this.#surroundings.modules.forgetFailures();
    const opened = await this.#open(to, 'anew', slotDeadline);
    if (mine !== this.#latest) {
      if (opened.kind !== 'redirect') opened.close();
      return;
    }
    if (opened.kind === 'redirect') return this.#go(opened.to, change === 'none' ? 'replace' : change, how);
    const href = hrefOf(this.visitor.session.locale, to);
    if (change === 'push') this.#scroll.push(href);
    if (change === 'replace') this.#scroll.replace(href);
    this.#listener?.arrived({ shown: opened, how });
  }

  #withOverrides(to: string): string {
    if (this.#overrides.length === 0) return to;
    const [path = '', search = ''] = to.split('?');
    const parameters = new URLSearchParams(search);
    for (const [unit, origin] of this.#overrides) parameters.set(unit, origin);
    return `${path}?${parameters}`;
  }

  #open(to: string, asking: Asking, deadline: number) {
    const url = new URL(hrefOf(this.visitor.session.locale, to), window.location.origin);
    return openPage(addressOf(url), this.visitor, this.#surroundings, deadline, asking);
  }
}

/** The part of an address below the locale. */
export function addressOf({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: string;
}): Address {
  const path = pathname.replace(/^\/[^/]+/, '').replace(/\/$/, '');
  return { path: path || '/', search: new URLSearchParams(search) };
}

function hereBelowLocale(): string {
  const { path, search } = addressOf(window.location);
  return search.size > 0 ? `${path}?${search}` : path;
}

// Where the visitor was on each page of this tab's history, so that "back" comes back to the same place.
const storageKey = 'arcade-scroll';

type Positions = Record<string, number>;

export class ScrollMemory {
  readonly #positions: Positions = stored();
  #here: string;

  constructor() {
    window.history.scrollRestoration = 'manual';
    const known = entryKey();
    this.#here = known ?? newKey();
    if (known) this.restore();
    else window.history.replaceState({ key: this.#here }, '');
  }

  /** Whether the browser has moved to another entry of the history since the last look. False for a jump within the page. */
  moved(): boolean {
    const key = entryKey();
    if (key === this.#here) return false;
    if (key === undefined) {
      // A link to a place in this page has made an entry of its own.
      this.#remember();
      this.#here = newKey();
      window.history.replaceState({ key: this.#here }, '');
      return false;
    }
    this.#remember();
    this.#here = key;
    return true;
  }

  push(href: string): void {
    this.#remember();
    this.#here = newKey();
    window.history.pushState({ key: this.#here }, '', href);
  }

  replace(href: string): void {
    window.history.replaceState({ key: this.#here }, '', href);
  }

  restore(): void {
    window.scrollTo(0, this.#positions[this.#here] ?? 0);
  }

  /** Before the document goes: a reload or a way back from elsewhere finds it. */
  save(): void {
    this.#remember();
    try {
      window.sessionStorage.setItem(storageKey, JSON.stringify(this.#positions));
    } catch {
      // Storage is full or forbidden: the way back starts at the top then.
    }
  }

  #remember(): void {
    this.#positions[this.#here] = Math.round(window.scrollY);
  }
}

function entryKey(): string | undefined {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('key' in state)) return undefined;
  return typeof state.key === 'string' ? state.key : undefined;
}

function newKey(): string {
  return Math.random().toString(36).slice(2, 10);
}

function stored(): Positions {
  try {
    return JSON.parse(window.sessionStorage.getItem(storageKey) ?? '{}');
  } catch {
    return {};
  }
}

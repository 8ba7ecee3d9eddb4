// Tells the shell's server what has gone wrong in this browser, once for each kind and place: several at a time, at the latest when the page is left.
import type { ReleaseSet } from './release-set.ts';
import type { Failure } from './view.tsx';

/** Of a release other than the page's own, if `release` is given. */
type Reported = Failure & { readonly release?: string };

/** Milliseconds that others are waited for. */
const pause = 1_000;
/** What the server takes at once. */
const mostAtOnce = 20;

const told = new Set<string>();
let waiting: object[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
/** Without any, nothing is told: a page with a developer's micro-frontend in it says nothing of the released ones. */
let set: ReleaseSet | undefined;

/** Says which releases this page is made of. */
export function reportFor(pageSet: ReleaseSet): void {
  set = pageSet;
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') send();
  });
  addEventListener('pagehide', send);
}

export function report({ unit, name, kind, error, release = set?.units[unit]?.version }: Reported): void {
  if (!set) return;
  const message = error instanceof Error ? error.message : String(error);
  const key = `${unit} ${name} ${kind} ${message}`;
  if (told.has(key) || told.size > 100) return;
  told.add(key);
  waiting.push({ unit, ...(release && { release }), name, kind, message: message.slice(0, 500) });
  // A page that is left may not come to run anything any more.
  if (document.visibilityState === 'hidden' || waiting.length === mostAtOnce) send();
  else timer ??= setTimeout(send, pause);
}

function send(): void {
  clearTimeout(timer);
  timer = undefined;
  if (waiting.length === 0) return;
  navigator.sendBeacon('/reports', JSON.stringify(waiting));
  waiting = [];
}

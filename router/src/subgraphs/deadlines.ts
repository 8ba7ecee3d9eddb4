/**
 * One clock for all who wait. It looks every few milliseconds while anybody waits, which costs less than a timer and an abort
 * listener for each request: nearly all of them end long before their deadline.
 */
export interface Waiting {
  /** Milliseconds, as `performance.now()` counts. */
  readonly deadline: number;
  /** Whom it is for: aborts when they have gone away. */
  readonly signal: AbortSignal | undefined;
  /** Called once, when the deadline is over or nobody is there any more. */
  giveUp(why: 'late' | 'gone'): void;
}

const LOOK_EVERY_MS = 10;

const waiting = new Set<Waiting>();
let ticking = false;

export function startWaiting(who: Waiting): void {
  waiting.add(who);
  if (ticking) return;
  ticking = true;
  setTimeout(look, LOOK_EVERY_MS);
}

export function stopWaiting(who: Waiting): void {
  waiting.delete(who);
}

function look(): void {
  const now = performance.now();
  for (const who of waiting) {
    const why = who.deadline <= now ? 'late' : who.signal?.aborted ? 'gone' : undefined;
    if (!why) continue;
    waiting.delete(who);
    who.giveUp(why);
  }
  ticking = waiting.size > 0;
  if (ticking) setTimeout(look, LOOK_EVERY_MS);
}

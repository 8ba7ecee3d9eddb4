/**
 * One clock for all who wait. It looks every few milliseconds while anybody waits, which costs less than a timer and an abort
 * listener for each request: nearly all of them end long before their deadline.
 */
export interface Waiting {
  /** Milliseconds, as `performance.now()` counts. */
  readonly deadline: number;
  /** Whom it is for: aborts when they have gone away. */
  readonly signal: AbortSignal | undefined;
  /** Among those who wait; kept here. */
  place: number;
  /** Called once, when the deadline is over or nobody is there any more. */
  giveUp(why: 'late' | 'gone'): void;
}

const LOOK_EVERY_MS = 10;

/**
 * Never made shorter, and not a Set: both leave tables behind that name whoever was waiting. Once such a table has grown old, everybody in
 * it stays with their answers until the next full garbage collection, and so does what they lead to: a quarter of the CPU, measured.
 */
const waiting: (Waiting | undefined)[] = [];
let count = 0;
let ticking = false;

export function startWaiting(who: Waiting): void {
  who.place = count;
  waiting[count] = who;
  count++;
  if (ticking) return;
  ticking = true;
  setTimeout(look, LOOK_EVERY_MS);
}

export function stopWaiting(who: Waiting): void {
  if (waiting[who.place] !== who) return;
  count--;
  const last = waiting[count];
  waiting[count] = undefined;
  if (!last || last === who) return;
  waiting[who.place] = last;
  last.place = who.place;
}

function look(): void {
  const now = performance.now();
  // Backwards: whoever takes a place that became free was looked at before, or is looked at again.
  for (let place = count - 1; place >= 0; place--) {
    const who = waiting[place];
    if (!who) continue;
    const why = who.deadline <= now ? 'late' : who.signal?.aborted ? 'gone' : undefined;
    if (!why) continue;
    stopWaiting(who);
    who.giveUp(why);
  }
  ticking = count > 0;
  if (ticking) setTimeout(look, LOOK_EVERY_MS);
}

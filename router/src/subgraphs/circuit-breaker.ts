/**
 * Stops asking a subgraph that fails: open after too many failures in the last seconds, then half-open, where one request is let
 * through and decides. Counters and a clock, nothing else: `opossum` and `cockatiel` wrap each call in promises and events
 * (docs/decisions/0009).
 */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** Given to who is let through, and given back with what became of it. */
export type Admission = 'request' | 'probe';

export interface CircuitBreaker {
  readonly state: BreakerState;
  /** Undefined: refused. Who is let through must `report`. */
  enter(): Admission | undefined;
  /** `unknown`: it ended for reasons that say nothing about the subgraph. */
  report(admission: Admission, outcome: 'ok' | 'failed' | 'unknown'): void;
}

export interface BreakerOptions {
  /** How far back failures count. */
  windowMs?: number;
  /** Fewer requests in the window than this never open it. */
  minimum?: number;
  /** Share of failures, 0 to 1, that opens it. */
  failureRate?: number;
  /** How long it stays open before a request is let through. */
  openMs?: number;
  /** Milliseconds. */
  now?: () => number;
  onChange?: (state: BreakerState) => void;
}

/** The window moves on by this part of itself. */
const SLOTS = 10;

export function circuitBreaker({
  windowMs = 10_000,
  minimum = 20,
  failureRate = 0.5,
  openMs = 5_000,
  now = () => performance.now(),
  onChange = () => {},
}: BreakerOptions = {}): CircuitBreaker {
  const slotMs = windowMs / SLOTS;
  const requests = new Array<number>(SLOTS).fill(0);
  const failures = new Array<number>(SLOTS).fill(0);
  let slot = Math.floor(now() / slotMs);
  let state: BreakerState = 'closed';
  let openedAt = 0;

  function change(to: BreakerState): void {
    state = to;
    onChange(to);
  }

  /** Empties the slots that have come round since the last look. */
  function moveOn(): void {
    const current = Math.floor(now() / slotMs);
    const passed = Math.min(current - slot, SLOTS);
    for (let step = 0; step < passed; step++) {
      requests[(current - step) % SLOTS] = 0;
      failures[(current - step) % SLOTS] = 0;
    }
    slot = current;
  }

  function count(failed: boolean): void {
    moveOn();
    const at = slot % SLOTS;
    requests[at] = (requests[at] ?? 0) + 1;
    if (!failed) return;
    failures[at] = (failures[at] ?? 0) + 1;
    const all = requests.reduce(add);
    if (all >= minimum && failures.reduce(add) / all >= failureRate) open();
  }

  function open(): void {
    openedAt = now();
    change('open');
  }

  return {
    get state() {
      return state;
    },
    enter() {
      if (state === 'closed') return 'request';
      if (state === 'half-open' || now() - openedAt < openMs) return undefined;
      change('half-open');
      return 'probe';
    },
    report(admission, outcome) {
      if (admission === 'request') {
        // What was asked before it opened has been judged already.
        if (state === 'closed' && outcome !== 'unknown') count(outcome === 'failed');
        return;
      }
      if (outcome === 'failed') return open();
      // The time that it was open for is over, so the next request is a probe again.
      if (outcome === 'unknown') return change('open');
      requests.fill(0);
      failures.fill(0);
      change('closed');
    },
  };
}

const add = (sum: number, each: number): number => sum + each;

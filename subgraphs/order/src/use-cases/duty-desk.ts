/**
 * Works off what order owes its orders. Woken by a notice as soon as there is something; looks by itself every `pollMs`, so
 * that nothing depends on the notice, and takes up at the start what a process before it left.
 */
import type { Claim } from './ports.ts';

interface Desk {
  claimDue(limit: number): Promise<Claim[]>;
  perform(claim: Claim): Promise<void>;
  /** How many at once; a slow card must not keep the others waiting. */
  capacity: number;
  pollMs: number;
  onError(error: unknown, claim?: Claim): void;
}

export interface RunningDesk {
  wake(): void;
  /** Takes nothing new and finishes what runs. */
  stop(): Promise<void>;
}

export function openDesk({ claimDue, perform, capacity, pollMs, onError }: Desk): RunningDesk {
  const running = new Set<Promise<void>>();
  let stopped = false;
  let looking: Promise<void> | undefined;
  let again = false;
  const timer = setInterval(wake, pollMs);
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      await Promise.all(running);
    },
  };

  function wake(): void {
    again = true;
    looking ??= look().finally(() => {
      looking = undefined;
      if (again && !stopped && running.size < capacity) wake();
    });
  }

  async function look(): Promise<void> {
    while (again && !stopped && running.size < capacity) {
      again = false;
      const room = capacity - running.size;
      try {
        const claims = await claimDue(room);
        if (claims.length === room) again = true;
        for (const claim of claims) start(claim);
      } catch (error) {
        onError(error);
      }
    }
  }

  function start(claim: Claim): void {
    const full = () => running.size >= capacity;
    const work = perform(claim)
      .catch((error: unknown) => onError(error, claim))
      .finally(() => {
        const wasFull = full();
        running.delete(work);
        if (wasFull) wake();
      });
    running.add(work);
  }
}

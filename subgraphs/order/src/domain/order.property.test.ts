/**
 * Whatever happens, in whatever order, with messages repeated, answers lost and crashes between provider and stream:
 * nothing is confirmed without a payment, nothing is charged twice, and what ends unbought ends unpaid.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cancel,
  dutyOf,
  recordAllocation,
  recordDelivery,
  recordDispatch,
  recordMoneyBack,
  recordPayment,
  recordShortage,
  timeOut,
} from './decisions.ts';
import { evolve, type Order, type OrderEvent } from './order.ts';
import type { ChargeOutcome } from './payment.ts';
import { customer, given, noon, placed, unitSku } from './testing.ts';

/** A provider that keeps to its idempotency key, as `Payments` asks. */
class Provider {
  taken = 0;
  refunded = 0;
  #final: ChargeOutcome | undefined;

  charge(accepts: boolean): ChargeOutcome {
    this.#final ??= accepts ? this.#take() : { outcome: 'declined', reason: 'DECLINED' };
    return this.#final;
  }

  giveBack(): string | undefined {
    if (this.#final?.outcome === 'charged') {
      if (this.refunded === 0) this.refunded++;
      return 're_1';
    }
    this.#final ??= { outcome: 'declined', reason: 'DECLINED' };
    return undefined;
  }

  #take(): ChargeOutcome {
    this.taken++;
    return { outcome: 'charged', chargeId: 'ch_1' };
  }
}

interface World {
  order: Order;
  provider: Provider;
  /** Answers that are on their way: a charge may be answered long after the order has moved on. */
  answers: ChargeOutcome[];
  events: OrderEvent[];
}

const parcel = { carrier: 'Hanbit', trackingNumber: 'HB-1' };
const hasLeft = (order: Order) => 'chargeId' in order || order.state === 'cancelled';

const acts: Record<string, (world: World) => OrderEvent[]> = {
  allocated: ({ order }) => recordAllocation(order, noon),
  short: ({ order }) => recordShortage(order, [{ sku: unitSku, requested: 2, available: 0 }], noon),
  timedOut: ({ order }) => timeOut(order, noon),
  cancelled: ({ order }) => {
    const decided = cancel(order, customer, noon);
    return Array.isArray(decided) ? decided : [];
  },
  chargeBegins: ({ order, provider, answers }) => {
    if (dutyOf(order) === 'charge') answers.push(provider.charge(true));
    return [];
  },
  chargeIsDeclined: ({ order, provider, answers }) => {
    if (dutyOf(order) === 'charge') answers.push(provider.charge(false));
    return [];
  },
  chargeIsAnswered: ({ order, answers }) => {
    const answer = answers.shift();
    return answer ? recordPayment(order, answer, noon) : [];
  },
  answerIsLost: ({ answers }) => {
    answers.shift();
    return [];
  },
  chargeIsGivenUp: ({ order }) => recordPayment(order, { outcome: 'unanswered' }, noon),
  moneyGoesBack: ({ order, provider }) =>
    dutyOf(order) === 'give-back' ? recordMoneyBack(order, provider.giveBack(), noon) : [],
  crashAfterMoneyWentBack: ({ order, provider }) => {
    if (dutyOf(order) === 'give-back') provider.giveBack();
    return [];
  },
  dispatched: ({ order }) => (hasLeft(order) ? recordDispatch(order, parcel, noon) : []),
  delivered: ({ order }) => (hasLeft(order) ? recordDelivery(order, noon) : []),
};

function happen(world: World, act: string): void {
  for (const event of acts[act]?.(world) ?? []) {
    world.order = evolve(world.order, event);
    world.events.push(event);
  }
}

/** What the duty desk does until nothing is owed. */
function workOff(world: World): void {
  while (dutyOf(world.order)) {
    for (const act of ['timedOut', 'chargeBegins', 'chargeIsAnswered', 'moneyGoesBack']) happen(world, act);
  }
}

test('money and goods never part, whatever happens', () => {
  const names = Object.keys(acts);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 40 }), (sequence) => {
      const world: World = { order: given(placed()), provider: new Provider(), answers: [], events: [] };
      for (const act of sequence) {
        happen(world, act);
        expect(world.provider.taken).toBeLessThanOrEqual(1);
        if ('chargeId' in world.order) {
          expect(world.provider).toMatchObject({ taken: 1, refunded: 0 });
          expect(world.events.map(({ type }) => type)).toContain('StockAllocated');
        }
        expect(world.order.version).toBe(world.events.length + 1);
      }
      workOff(world);
      const { order, provider } = world;
      const kept = 'chargeId' in order ? 1 : 0;
      expect(provider.taken - provider.refunded).toBe(kept);
    }),
    { numRuns: 3_000 },
  );
});

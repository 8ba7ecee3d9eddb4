/**
 * A carrier that needs no contract: it moves every parcel one stop further each `paceSeconds`, and reports as a real one would. Its stops
 * are due times in the database, so a restart loses none; each is claimed with SKIP LOCKED, so of two instances only one moves a parcel.
 */
import { randomInt } from 'node:crypto';
import type { Database, Transaction } from '@arcade/subgraph-kit/database';
import { asc, eq, lte, min } from 'drizzle-orm';
import type { Delivery, DeliveryState, Report } from '../domain/delivery.ts';
import type { Shipping } from '../domain/shipping.ts';
import type { AnnounceParcel } from '../use-cases/ports.ts';
import { type Stop, simulatedParcel } from './simulated-parcel.ts';

const carrier = 'Passage Post';
/** Without anything due, a look after this time finds what another instance left behind. */
const IDLE_MS = 15_000;

interface Options {
  db: Database;
  shipping: Shipping;
  paceSeconds: number;
  now: () => Temporal.Instant;
  /** The use case that takes a report, in the transaction in which the parcel moves. */
  takeReport: (tx: Transaction) => (id: string, report: Report) => Promise<DeliveryState | undefined>;
}

export interface SimulatedCarrier {
  announceParcel(tx: Pick<Transaction, 'insert'>): AnnounceParcel;
  /** Moves all parcels that are due; two calls at once share the work. */
  moveDue(): Promise<void>;
  start(onError: (error: unknown) => void): void;
  /** Resolves when the move that is under way is done. */
  stop(): Promise<void>;
}

export function simulatedCarrier({ db, shipping, paceSeconds, now, takeReport }: Options): SimulatedCarrier {
  const paceMs = paceSeconds * 1000;
  const nextDue = () => new Date(now().epochMilliseconds + paceMs);
  let onFailure: ((error: unknown) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wakeAt = Number.POSITIVE_INFINITY;
  let moving: Promise<void> = Promise.resolve();

  const stopsOf = ({ zone, destination }: Delivery): Stop[] => {
    const { depot, hub } = shipping.zones[zone];
    const city = { en: destination.city, ko: destination.city };
    return [
      { state: 'DISPATCHED', place: depot },
      { state: 'IN_TRANSIT', place: hub },
      { state: 'OUT_FOR_DELIVERY', place: city },
      { state: 'DELIVERED', place: city },
    ];
  };

  /** Moves one parcel; false when none is due. */
  const moveOne = () =>
    db.transaction(async (tx) => {
      const [parcel] = await tx
        .select()
        .from(simulatedParcel)
        .where(lte(simulatedParcel.dueAt, new Date(now().epochMilliseconds)))
        .orderBy(asc(simulatedParcel.dueAt))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!parcel) return false;
      const { reference, trackingNumber, stops } = parcel;
      const [stop, ...left] = stops;
      const tracking = { carrier, number: trackingNumber };
      const state = stop && (await takeReport(tx)(reference, { ...stop, tracking, at: now().toString() }));
      const goesOn =
        left.length > 0 && state !== undefined && state !== 'CALLED_OFF' && state !== 'RETURNING';
      const own = eq(simulatedParcel.reference, reference);
      if (goesOn) await tx.update(simulatedParcel).set({ stops: left, dueAt: nextDue() }).where(own);
      else await tx.delete(simulatedParcel).where(own);
      return true;
    });

  const moveDue = async () => {
    let moved = true;
    while (moved) moved = await moveOne();
  };

  const wakeBy = (at: number) => {
    if (!onFailure || at >= wakeAt) return;
    clearTimeout(timer);
    wakeAt = at;
    timer = setTimeout(wake, Math.max(0, at - Date.now()));
  };

  const wake = () => {
    wakeAt = Number.POSITIVE_INFINITY;
    moving = moveDue()
      .then(async () => {
        const [next] = await db.drizzle.select({ dueAt: min(simulatedParcel.dueAt) }).from(simulatedParcel);
        // What is due already is in another instance's hands; let it finish.
        if (next?.dueAt) wakeBy(Math.max(next.dueAt.getTime(), Date.now() + 100));
      })
      .catch(onFailure)
      .finally(() => wakeBy(Date.now() + IDLE_MS));
  };

  return {
    announceParcel: (tx) => async (delivery) => {
      const trackingNumber = String(randomInt(10 ** 11, 10 ** 12));
      const dueAt = nextDue();
      await tx
        .insert(simulatedParcel)
        .values({ reference: delivery.id, trackingNumber, stops: stopsOf(delivery), dueAt });
      wakeBy(dueAt.getTime());
    },
    moveDue,
    start(onError) {
      onFailure = onError;
      wakeBy(Date.now());
    },
    async stop() {
      onFailure = undefined;
      clearTimeout(timer);
      await moving;
    },
  };
}

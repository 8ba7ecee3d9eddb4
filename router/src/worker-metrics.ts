/**
 * `/metrics` over all workers: the one that is asked asks the first process, which asks each and adds up. Not prom-client's own
 * `clusterMetrics()`, which waits for workers that are still starting and then fails as a whole.
 */
import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, register } from 'prom-client';
import { z } from 'zod';

/** A worker that has not told by then is left out. */
const TELL_MS = 2_000;
/** The first process has not answered at all. */
const ANSWER_MS = 5_000;

/** As prom-client tells and adds them up: their inside is its own. */
const metric = z.custom<object>((value) => typeof value === 'object' && value !== null);

const messages = z.discriminatedUnion('metrics', [
  /** Worker to first process: what do all say? */
  z.object({ metrics: z.literal('wanted'), id: z.number() }),
  /** First process to each worker: what do you say? */
  z.object({ metrics: z.literal('tell'), id: z.number() }),
  z.object({ metrics: z.literal('told'), id: z.number(), values: z.array(metric) }),
  /** First process to the one that wanted it, in Prometheus' text format. */
  z.object({ metrics: z.literal('all'), id: z.number(), text: z.string() }),
]);

type Message = z.infer<typeof messages>;

const waiting = new Map<number, (text: string) => void>();
let asked = 0;

/** In a worker, once: answers the first process. */
export function tellMetrics(): void {
  process.on('message', async (received: unknown) => {
    const { data: message } = messages.safeParse(received);
    if (message?.metrics === 'tell') {
      tell({ metrics: 'told', id: message.id, values: await register.getMetricsAsJSON() });
    }
    if (message?.metrics === 'all') waiting.get(message.id)?.(message.text);
  });
}

const tell = (message: Message) => process.send?.(message);

/** In a worker: what all say. Rejects when the first process does not answer. */
export function metricsOfAllWorkers(): Promise<string> {
  const id = ++asked;
  return new Promise<string>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('the metrics of the workers did not come in time')),
      ANSWER_MS,
    );
    waiting.set(id, (text) => {
      clearTimeout(late);
      resolve(text);
    });
    tell({ metrics: 'wanted', id });
  }).finally(() => waiting.delete(id));
}

/** In the first process, once. @param workers those that can answer */
export function collectMetrics(workers: () => Worker[]): void {
  const rounds = new Map<number, Round>();
  let begun = 0;

  async function ask(): Promise<string> {
    const asked = workers();
    const id = ++begun;
    const { promise: complete, resolve } = Promise.withResolvers<void>();
    const round: Round = { told: [], missing: new Set(asked), complete: resolve };
    rounds.set(id, round);
    for (const worker of asked) worker.send({ metrics: 'tell', id } satisfies Message);
    const late = setTimeout(resolve, TELL_MS);
    await complete;
    clearTimeout(late);
    rounds.delete(id);
    return AggregatorRegistry.aggregate(round.told).metrics();
  }

  cluster.on('message', async (worker, received: unknown) => {
    const { data: message } = messages.safeParse(received);
    if (message?.metrics === 'told') {
      const round = rounds.get(message.id);
      if (!round?.missing.delete(worker)) return;
      round.told.push(message.values);
      if (round.missing.size === 0) round.complete();
    }
    if (message?.metrics === 'wanted') {
      const text = await ask();
      if (worker.isConnected()) worker.send({ metrics: 'all', id: message.id, text } satisfies Message);
    }
  });
}

interface Round {
  told: object[][];
  missing: Set<Worker>;
  complete(): void;
}

/**
 * Supergraphs, data and operations at random: the router answers what graphql-js answers that has everything in one schema. The
 * stock gateway answers too, which shows that the comparison is fair: it differs only where it is known to be wrong.
 *
 * `RANDOM_RUNS=2000 RANDOM_SEED=7 npx vitest run --project @arcade/router test/random.test.ts` goes further than every build does.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answered, difference } from './random/answers.ts';
import { Data } from './random/data.ts';
import { expected, type Features } from './random/features.ts';
import { type Case, supergraphCase } from './random/genes.ts';
import { type Graph, graphs } from './random/graph.ts';
import { type Fault, plannerFaults, stockFaults } from './random/known-faults.ts';
import { isSpecial } from './random/model.ts';
import { makeOperation } from './random/query.ts';
import type { Ask } from './random/stock.ts';
import { newRun, type SubgraphQuery } from './random/subgraphs.ts';

const RUNS = Number(process.env.RANDOM_RUNS ?? 140);
/** One that meets every known fault within so few runs; another one where the generator is changed. */
const SEED = Number(process.env.RANDOM_SEED ?? 63);
const MS_PER_RUN = 1_000;

test('whatever is asked of whatever supergraph, the answer is that of one schema', {
  timeout: RUNS * MS_PER_RUN + 10_000,
}, async () => {
  const seen = new Counts();
  const property = fc.asyncProperty(supergraphCase, (generated) => answersAreRight(generated, seen));
  const details = await fc.check(property, {
    seed: SEED,
    numRuns: RUNS,
    interruptAfterTimeLimit: RUNS * MS_PER_RUN,
  });
  if (details.failed) throw details.errorInstance;

  expect(details.numRuns).toBe(RUNS);
  if (process.env.RANDOM_SEED !== undefined && RUNS < 1_000) return;
  expect(seen.of('refused by composition')).toBeLessThan(RUNS / 10);
  const operations = seen.of('operations');
  const tooRare = Object.entries(expected).filter(
    ([feature, percent]) => (seen.of(feature) / operations) * 100 < percent,
  );
  expect(tooRare.map(([feature]) => `${feature}: ${seen.of(feature)} of ${operations}`)).toEqual([]);
  const unseen = [...plannerFaults, ...stockFaults].filter(({ reason }) => seen.of(reason) === 0);
  expect(unseen.map(({ reason }) => `never seen, is it mended? ${reason}`)).toEqual([]);
});

class Counts {
  readonly #counts = new Map<string, number>();
  add(what: string): void {
    this.#counts.set(what, this.of(what) + 1);
  }
  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }
}

const graphOf = graphs();

async function answersAreRight(generated: Case, seen: Counts): Promise<void> {
  const graph = await graphOf(generated);
  if (!graph) {
    seen.add('refused by composition');
    return;
  }
  const data = new Data(graph.world, generated.data);
  for (const gene of generated.operations) {
    const asked = makeOperation(graph.monolith.schema, gene, isSpecial(graph.world));
    seen.add('operations');
    const features: Features = new Set();
    const right = graph.monolith.answer(asked, data, features);
    const isRight = (who: string, ask: Ask, known: readonly Fault[]) =>
      checkAnswer({ who, ask, known, graph, data, asked, right, features, seen });
    await isRight('the router', graph.ours, plannerFaults);
    for (const feature of features) seen.add(feature);
    await isRight('the router, out of what it has kept,', graph.ours, plannerFaults);
    await isRight('the stock gateway', graph.stock, [...plannerFaults, ...stockFaults]);
  }
}

interface Check {
  who: string;
  ask: Ask;
  /** What it may do wrong. */
  known: readonly Fault[];
  graph: Graph;
  data: Data;
  asked: SubgraphQuery;
  right: Answered;
  features: Features;
  seen: Counts;
}

async function checkAnswer(check: Check): Promise<void> {
  const { who, ask, known, graph, data, asked, right, features, seen } = check;
  const run = newRun(data, features);
  let answer: Answered = {};
  let wrong: string | undefined;
  try {
    answer = await ask(asked, run);
    wrong = difference(answer, right, graph.monolith.allErrors(asked, data));
  } catch (error) {
    wrong = error instanceof Error ? `no answer: ${error.stack}` : String(error);
  }
  if (wrong === undefined) return;
  const { world } = graph;
  const fault = known.find(({ matches }) => matches({ world, asked, difference: wrong, answer, right, run }));
  if (fault) {
    seen.add(fault.reason);
    return;
  }
  throw new Error(
    [
      `${who} answers wrong (RANDOM_SEED=${SEED} RANDOM_RUNS=${RUNS}): ${wrong}`,
      ...graph.subgraphs.map(({ name, sdl }) => `--- subgraph ${name}\n${sdl}`),
      `--- asked\n${asked.query}\n${JSON.stringify(asked.variables)}`,
      `--- answered\n${JSON.stringify(answer)}`,
      `--- right\n${JSON.stringify(right)}`,
      `--- subgraphs were asked\n${run.asked.map((each) => JSON.stringify(each)).join('\n')}`,
    ].join('\n'),
  );
}

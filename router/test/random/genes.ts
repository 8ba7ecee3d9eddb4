/**
 * What fast-check generates: dice only, in the shape of what is made of them. `world.ts`, `data.ts` and `query.ts` read a
 * die modulo the choices that they have, the plainest choice first. So every draw means something, and fast-check shrinks
 * a failure by itself: a list gets shorter, a die goes to 0.
 */
import fc from 'fast-check';

const die = fc.noBias(fc.nat(255));
const dice = (maxLength: number) => fc.array(die, { maxLength, size: 'max' });
const some = <T>(gene: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
  fc.array(gene, { minLength, maxLength, size: 'max' });

const field = fc.record({
  type: die,
  wrap: die,
  owner: die,
  args: dice(2),
  /** Shared, required, provided, overridden, hidden… */
  special: die,
  detail: dice(3),
  flaws: die,
});
export type FieldGene = typeof field extends fc.Arbitrary<infer Gene> ? Gene : never;

const entity = fc.record({ presence: die, keys: die, stub: die, size: die, fields: some(field, 2, 6) });
const value = fc.record({ mode: die, fields: some(field, 1, 3) });
const abstract = fc.record({ members: die, fields: some(field, 0, 2) });
const input = some(die, 1, 4);

export const world = fc.record({
  subgraphs: die,
  entities: some(entity, 1, 4),
  values: some(value, 0, 3),
  interfaces: some(abstract, 0, 2),
  unions: some(abstract, 0, 1),
  /** An entity interface and its @interfaceObject, in most worlds. */
  entityInterface: some(abstract, 0, 1),
  enums: dice(2),
  inputs: some(input, 0, 2),
  queries: some(field, 1, 5),
  mutations: some(field, 0, 3),
});
export type WorldGene = typeof world extends fc.Arbitrary<infer Gene> ? Gene : never;
export type EntityGene = WorldGene['entities'][number];
export type AbstractGene = WorldGene['interfaces'][number];

export interface SelectionGene {
  form: number;
  pick: number;
  alias: number;
  condition: number;
  args: number[];
  children: SelectionGene[];
}

const selection = (depth: number): fc.Arbitrary<SelectionGene> =>
  fc.record({
    form: die,
    pick: die,
    alias: die,
    condition: die,
    args: dice(6),
    children: depth === 0 ? fc.constant([]) : some(selection(depth - 1), 0, depth > 2 ? 4 : 3),
  });

const operation = fc.record({ kind: die, fields: some(selection(3), 1, 4), variables: dice(4) });
export type OperationGene = typeof operation extends fc.Arbitrary<infer Gene> ? Gene : never;

/** A world, what is in it, and what is asked of it. Shrunk in this order: another world has to be composed first. */
export const supergraphCase = fc.record({
  operations: some(operation, 2, 8),
  data: dice(24),
  world,
});
export type Case = typeof supergraphCase extends fc.Arbitrary<infer Gene> ? Gene : never;

/** Reads a die: the `n`th of `choices`, around and around. */
export function pick<T>(choices: readonly T[], n: number): T {
  const choice = choices[n % choices.length];
  if (choice === undefined) throw new Error('Nothing to choose from.');
  return choice;
}

/** Mixes text into 32 bits (FNV-1a with a final avalanche): decisions that are the same in every process. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** One of several decisions read from one die; the die 0 is the plainest choice in all of them. */
export const roll = (die: number, what: string): number => (die === 0 ? 0 : hash(`${die}.${what}`));

/** What executions really came to, so that the generator cannot stop making it without anybody noticing. */
import type { ExecutionResult, GraphQLResolveInfo } from 'graphql';
import { nullAt } from './answers.ts';
import type { Field, Requirement, Subgraph } from './model.ts';

/** In how many of a hundred operations each occurs at least. Well below what there is: 0 is what has to be noticed. */
export const expected = {
  // At subgraphs, as the plans of whoever asks have it.
  '@requires': 1.5,
  '@requires with arguments': 0.5,
  '@requires with a type condition': 0.1,
  '@provides': 0.5,
  '@interfaceObject': 1,
  'interface resolved as an entity': 0.5,
  '@override': 5,
  '@override with a label that is on': 3,
  '@override with a label that is off': 3,
  '@inaccessible': 0.5,
  'key of several fields': 0.5,
  'key of an object': 1,
  // In the one schema, as it completes.
  mutation: 5,
  'abstract type': 10,
  'type condition': 20,
  'named fragment': 10,
  alias: 20,
  'condition on a variable': 20,
  'argument with a variable': 20,
  'nested list': 10,
  'custom scalar': 3,
  introspection: 5,
  error: 5,
  'null that took its parent along': 2,
} as const;

export type Feature = keyof typeof expected;
export type Features = Set<Feature>;

const some = (parts: readonly Requirement[], has: (part: Requirement) => boolean): boolean =>
  parts.some((part) => has(part) || some(part.below, has));

/** A subgraph answers a field. */
export function noteField(field: Field, subgraph: Subgraph, isProvided: boolean, features: Features): void {
  const { requires, override } = field;
  if (requires) {
    features.add('@requires');
    if (some(requires, ({ args }) => args.text !== '')) features.add('@requires with arguments');
    if (some(requires, ({ on }) => on !== undefined)) features.add('@requires with a type condition');
  }
  if (isProvided && !field.answeredBy.has(subgraph)) features.add('@provides');
  if (field.viaInterface) features.add('@interfaceObject');
  if (field.inaccessible) features.add('@inaccessible');
  if (override?.from === subgraph) features.add('@override with a label that is off');
  else if (override) features.add(override.label ? '@override with a label that is on' : '@override');
}

/** A subgraph resolves an entity. */
export function noteEntity(isInterface: boolean, representation: object, features: Features): void {
  if (isInterface) features.add('interface resolved as an entity');
  if ('hi' in representation) features.add('key of several fields');
  if ('box' in representation) features.add('key of an object');
}

/** The one schema resolves a field to something. */
export function noteValue({ returnType, fieldNodes }: GraphQLResolveInfo, features: Features): void {
  const type = String(returnType);
  if (type.startsWith('[[')) features.add('nested list');
  if (type.includes('Blob')) features.add('custom scalar');
  if (/Face|Either|Hub/.test(type)) features.add('abstract type');
  if (fieldNodes.some(({ alias }) => alias)) features.add('alias');
}

export function noteOperation(query: string, answer: ExecutionResult, features: Features): void {
  if (query.startsWith('mutation')) features.add('mutation');
  if (/\.\.\. on \w+/.test(query)) features.add('type condition');
  if (/\.\.\.Part/.test(query)) features.add('named fragment');
  if (/@(skip|include)\(if: \$/.test(query)) features.add('condition on a variable');
  if (/: [[{]*\$v\d/.test(query)) features.add('argument with a variable');
  if (query.includes('__schema') || query.includes('__type(')) features.add('introspection');
  for (const { path = [] } of answer.errors ?? []) {
    features.add('error');
    if (nullAt(answer.data ?? null, path).length < path.length)
      features.add('null that took its parent along');
  }
}

/** Operations as they are known for one supergraph: read, checked and planned once, and run many times. */

import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  validate,
  visit,
} from 'graphql';
import { compileShape, type Shape } from './execution/shape.ts';
import { conditionVariables, specialise } from './execution/specialise.ts';
import { type CompiledPlan, compilePlan } from './execution/steps.ts';
import type { LoadedSupergraph } from './supergraph/load.ts';

export interface Operation {
  text: string;
  document: DocumentNode;
  definition: OperationDefinitionNode;
  kind: 'query' | 'mutation' | 'subscription';
  name: string | undefined;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  conditions: readonly string[];
  /** Labels of `@override` that may change its plan. */
  labels: readonly string[];
  variants: Map<string, Variant>;
}

/** An operation for one set of conditions, denied fields and labels. */
export interface Variant {
  plan: CompiledPlan;
  shape: Shape;
  /** Keys of the data that are not the client's, with the client's; undefined: the client asked for nothing of it. */
  keys: ReadonlyMap<string, string | undefined>;
  /** The part that asks about the schema itself, if any. */
  introspection: DocumentNode | undefined;
}

/** The request is not GraphQL, or not of this schema; each error says where. */
export class InvalidOperation extends Error {
  override name = 'InvalidOperation';
  readonly code: string;
  readonly errors: readonly GraphQLError[];

  constructor(code: string, errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('\n'));
    this.code = code;
    this.errors = errors;
  }
}

export function parseOperation(text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) throw new InvalidOperation('GRAPHQL_PARSE_FAILED', [error]);
    throw error;
  }
}

export function selectOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [first] = operations;
  if (name === undefined && operations.length === 1 && first) return first;
  const named = operations.find((operation) => operation.name?.value === name);
  if (name !== undefined && named) return named;
  const names = operations.map((operation) => operation.name?.value ?? '(unnamed)').join(', ');
  throw new InvalidOperation('OPERATION_RESOLUTION_FAILURE', [
    new GraphQLError(
      operations.length === 0
        ? 'The query holds no operation.'
        : name === undefined
          ? `The query holds several operations: "operationName" must be one of ${names}.`
          : `The query holds no operation "${name}", but ${names}.`,
    ),
  ]);
}

/**
 * Throws InvalidOperation for what the schema does not allow.
 * @param hideSuggestions an error does not guess what was meant: its guesses are names of the schema
 */
export function readOperation(
  { apiSchema, overrideLabels }: LoadedSupergraph,
  text: string,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  hideSuggestions: boolean,
): Operation {
  const errors = validate(apiSchema, document, undefined, { hideSuggestions });
  if (errors.length > 0) throw new InvalidOperation('GRAPHQL_VALIDATION_FAILED', errors);
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  return {
    text,
    document,
    definition,
    kind: definition.operation,
    name: definition.name?.value,
    fragments,
    conditions: conditionVariables(definition, fragments),
    labels: overrideLabels.size > 0 ? labelsIn(document, overrideLabels) : [],
    variants: new Map(),
  };
}

export interface VariantOptions {
  conditions: Readonly<Record<string, boolean>>;
  denied: ReadonlySet<FieldNode>;
  labels: ReadonlySet<string>;
}

/** Plans and compiles: milliseconds, once. */
export function compileVariant(
  supergraph: LoadedSupergraph,
  { definition, fragments, kind }: Operation,
  { conditions, denied, labels }: VariantOptions,
): Variant {
  const { apiSchema } = supergraph;
  const special = specialise(definition, fragments, conditions, denied, supergraph.fieldNames);
  const root = rootType(supergraph, kind);
  const introspected = introspectionFields(special.selection);
  const plan = special.planned && supergraph.plan(special.planned, labels);
  if (plan && special.planned) checkReached(plan, special.planned);
  return {
    plan: plan ? compilePlan(plan, supergraph) : { root: undefined, subscription: undefined },
    shape: compileShape(apiSchema, root, special.selection, special.denied, supergraph.fieldNames),
    keys: new Map([
      ...special.keys,
      ...[...supergraph.requiredArguments.fields.keys()].map((key) => [key, undefined] as const),
    ]),
    introspection:
      introspected.length > 0
        ? {
            kind: Kind.DOCUMENT,
            definitions: [
              { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections: introspected } },
            ],
          }
        : undefined,
  };
}

/** The planner leaves out in silence what no subgraph can answer. */
function checkReached({ node }: QueryPlan, planned: DocumentNode): void {
  const reached = new Set(node ? rootKeys(node) : []);
  for (const key of documentKeys(planned)) {
    if (reached.has(key)) continue;
    throw new InvalidOperation('QUERY_NOT_PLANNABLE', [
      new GraphQLError(`No subgraph can answer what is asked of "${key}".`),
    ]);
  }
}

function rootKeys(node: PlanNode | SubscriptionNode): string[] {
  switch (node.kind) {
    case 'Fetch':
      return documentKeys(parse(node.operation, { noLocation: true }));
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(rootKeys);
    case 'Subscription':
      return rootKeys(node.primary);
    default:
      return [];
  }
}

/** Root response keys, but for those that ask about the schema. */
function documentKeys({ definitions }: DocumentNode): string[] {
  const [definition] = definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? keysIn(definition.selectionSet) : [];
}

const keysIn = (set: SelectionSetNode): string[] =>
  set.selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return keysIn(selection.selectionSet);
    if (selection.kind !== Kind.FIELD || selection.name.value.startsWith('__')) return [];
    return [(selection.alias ?? selection.name).value];
  });

function rootType({ apiSchema }: LoadedSupergraph, kind: Operation['kind']): GraphQLObjectType {
  const type =
    kind === 'query'
      ? apiSchema.getQueryType()
      : kind === 'mutation'
        ? apiSchema.getMutationType()
        : apiSchema.getSubscriptionType();
  if (!type) throw new Error(`the schema has no ${kind}`);
  return type;
}

function introspectionFields(set: SelectionSetNode): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return introspectionFields(selection.selectionSet);
    const isIntrospection =
      selection.kind === Kind.FIELD &&
      (selection.name.value === '__schema' || selection.name.value === '__type');
    return isIntrospection ? [selection] : [];
  });
}

function labelsIn(document: DocumentNode, labels: LoadedSupergraph['overrideLabels']): string[] {
  const found = new Set<string>();
  visit(document, {
    Field({ name }) {
      for (const label of labels.get(name.value) ?? []) found.add(label);
    },
  });
  return [...found].sort();
}

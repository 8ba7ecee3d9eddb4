/**
 * What a query would cost, reckoned from the query itself before anything is asked of a subgraph: a field costs its size
 * times (its weight and what is selected in it), and its arguments. Made once for an operation: what hangs on variables stays a
 * function of them, the rest is a number.
 *
 * The same field asked twice in one place, as the fragments of several components do, is answered once and costs once.
 */
import type { CompositeType } from '@apollo/federation-internals';
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { RouterEnv } from '../env.ts';
import { Refusal } from '../refusal.ts';
import type { LoadedSupergraph } from '../supergraph/load.ts';
import { compositeType, rootType } from './elements.ts';
import { anyOf, both, type Condition, type Estimate, largest, onlyWhen, times, total } from './estimate.ts';
import type { Variables } from './limits.ts';
import { type FieldWeight, type ListSize, weighing } from './weights.ts';

/** Largest Int, so that no size makes an estimate infinite. */
const MAX_SIZE = 2 ** 31 - 1;
const MUTATION = 10;

/** A selection whose fields are answered in the same place as those of others. */
interface Scope {
  set: SelectionSetNode;
  type: CompositeType;
  when: Condition;
}

interface Place {
  field: FieldNode;
  type: CompositeType;
  when: Condition;
}

/**
 * For an operation that is valid and has passed prepareLimits, which bounds what there is to unfold.
 * @returns the estimate, in points, for a request's variables. Either throws Refusal (SLICING_ARGUMENT_REQUIRED).
 */
export function prepareCost(
  { supergraph: { schema } }: Pick<LoadedSupergraph, 'supergraph'>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { DEFAULT_LIST_SIZE }: Pick<RouterEnv, 'DEFAULT_LIST_SIZE'>,
): (variables: Variables) => number {
  const weigh = weighing(schema);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  /** @param sized sizes that the field around says of lists in this selection */
  function selected(scopes: readonly Scope[], sized: ReadonlyMap<string, Estimate>): Estimate {
    const places = new Map<string, Place[]>();
    for (const scope of scopes) gather(scope, places);
    return total([...places.values()].map((same) => fieldCost(same, sized)));
  }

  function gather({ set, type, when }: Scope, places: Map<string, Place[]>): void {
    for (const selection of set.selections) {
      const condition = both(when, conditionOf(selection.directives));
      if (condition === false) continue;
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith('__')) continue;
        const key = `${type.name}.${(selection.alias ?? selection.name).value}`;
        const place = { field: selection, type, when: condition };
        const same = places.get(key);
        if (same) same.push(place);
        else places.set(key, [place]);
        continue;
      }
      const spread =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!spread) continue;
      const narrowed = spread.typeCondition ? compositeType(schema, spread.typeCondition.name.value) : type;
      gather({ set: spread.selectionSet, type: narrowed, when: condition }, places);
    }
  }

  function fieldCost(places: readonly Place[], sized: ReadonlyMap<string, Estimate>): Estimate {
    const [first] = places;
    if (!first) return 0;
    const { field, type } = first;
    const { weight, isList, selects, listSizes, inputs } = weigh(type, field.name.value);
    const sizes = listSizes.flatMap((listSize) => {
      const size = sizeOf(listSize, field, DEFAULT_LIST_SIZE);
      return size === undefined ? [] : [{ size, sizedFields: listSize.sizedFields }];
    });
    const scopes = selects
      ? places.flatMap(({ field: { selectionSet: set }, when }) =>
          set ? [{ set, type: selects, when }] : [],
        )
      : [];
    const within = new Map<string, Estimate>();
    for (const { size, sizedFields } of sizes) {
      for (const name of sizedFields) within.set(name, largest([size, within.get(name) ?? 0]));
    }
    const own = sizes.length > 0 ? largest(sizes.map(({ size }) => size)) : DEFAULT_LIST_SIZE;
    const size = isList ? (sized.get(field.name.value) ?? own) : 1;
    const cost = total([
      times(size, total([weight, selected(scopes, within)])),
      ...inputCosts(field, inputs),
      // Reckoned even where no list is asked for, since a size also refuses what @listSize does not allow.
      ...sizes.map(({ size }) => times(size, 0)),
    ]);
    return onlyWhen(anyOf(places.map(({ when }) => when)), cost);
  }

  const root = rootType(schema, operation);
  const cost = total([
    operation.operation === 'mutation' ? MUTATION : 0,
    selected([{ set: operation.selectionSet, type: root, when: true }], new Map()),
  ]);
  if (typeof cost === 'number') return () => cost;
  const standard = defaultsOf(operation);
  return (variables) => cost({ ...standard, ...variables });
}

/** Throws Refusal (COST_TOO_HIGH). */
export function checkCost(cost: number, { MAX_COST }: Pick<RouterEnv, 'MAX_COST'>): void {
  if (cost <= MAX_COST) return;
  throw new Refusal(
    'COST_TOO_HIGH',
    `A query may cost ${MAX_COST} points; this one is estimated at ${cost}. Ask for shorter lists or fewer of them.`,
    { extensions: { cost, maxCost: MAX_COST } },
  );
}

/**
 * How many entries `@listSize` promises for these arguments: the largest of the slicing arguments, else the assumed size.
 * Undefined where it says nothing.
 */
function sizeOf(listSize: ListSize, field: FieldNode, otherwise: number): Estimate | undefined {
  const { slicingArguments, assumedSize, requireOneSlicingArgument } = listSize;
  if (slicingArguments.size === 0) return assumedSize;
  const names = [...slicingArguments.keys()];
  const given = [...slicingArguments].map(([name, standard]) => {
    const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
    return { value, standard };
  });
  const size = (variables: Variables) => {
    const numbers = given
      .map(({ value, standard }) => {
        const asked = value && valueFromASTUntyped(value, variables);
        return asked === undefined ? standard : asked;
      })
      .filter((value) => typeof value === 'number');
    if (requireOneSlicingArgument && numbers.length !== 1) {
      throw new Refusal(
        'SLICING_ARGUMENT_REQUIRED',
        `"${field.name.value}" takes exactly one of ${names.join(', ')}; ${numbers.length} are given.`,
      );
    }
    const asked = numbers.length > 0 ? Math.max(...numbers) : (assumedSize ?? otherwise);
    return Math.min(Math.max(asked, 0), MAX_SIZE);
  };
  return given.some(({ value }) => value?.kind === Kind.VARIABLE) ? size : size({});
}

function inputCosts(field: FieldNode, inputs: FieldWeight['inputs']): Estimate[] {
  return (field.arguments ?? []).flatMap(({ name, value }) => {
    const costOf = inputs.get(name.value);
    if (!costOf) return [];
    const cost = (variables: Variables) => costOf(valueFromASTUntyped(value, variables));
    return hasVariable(value) ? cost : cost({});
  });
}

function hasVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(hasVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => hasVariable(field.value));
    default:
      return false;
  }
}

/** `@skip` and `@include`. */
function conditionOf(directives: readonly DirectiveNode[] = []): Condition {
  return directives.reduce<Condition>((condition, { name, arguments: [argument] = [] }) => {
    if (!argument || (name.value !== 'skip' && name.value !== 'include')) return condition;
    const wanted = name.value === 'include';
    const { value } = argument;
    if (value.kind === Kind.BOOLEAN) return both(condition, value.value === wanted);
    if (value.kind !== Kind.VARIABLE) return condition;
    const variable = value.name.value;
    return both(condition, (variables) => variables[variable] !== !wanted);
  }, true);
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

/**
 * What the supergraph says of cost: `@cost(weight:)` and `@listSize` (https://specs.apollo.dev/cost/v0.1, after IBM's GraphQL
 * cost specification), under whatever names it links them. Cost is reckoned by the rules that Apollo documents for its router:
 * an object is 1, a scalar or enum 0, an input object 1, and `@cost` says otherwise.
 */
import {
  baseType,
  COST_VERSIONS,
  type CompositeType,
  costIdentity,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type ListSizeDirectiveArguments,
  type NamedType,
  possibleRuntimeTypes,
  type Schema,
} from '@apollo/federation-internals';
import { type Field, fieldOf, type Input, typeOf, withThoseBehind } from './elements.ts';

export interface ListSize {
  assumedSize: number | undefined;
  /** Arguments that say how many entries come, with their defaults. */
  slicingArguments: ReadonlyMap<string, unknown>;
  requireOneSlicingArgument: boolean;
  /** Lists in what the field returns whose size this is too. */
  sizedFields: readonly string[];
}

export interface FieldWeight {
  /** Points of one entry, without what is selected in it. */
  weight: number;
  isList: boolean;
  /** Type of what is selected in it; undefined when it is a leaf. */
  selects: CompositeType | undefined;
  listSizes: readonly ListSize[];
  /** Points of the value of each argument that can cost something. */
  inputs: ReadonlyMap<string, (value: unknown) => number>;
}

/** Weighs a field. An interface's weighs as the heaviest that can be behind it: `@cost` stands on objects only. */
export type Weigh = (parent: CompositeType, field: string) => FieldWeight;

export function weighing(schema: Schema): Weigh {
  const feature = schema.coreFeatures?.getByIdentity(costIdentity);
  const spec = feature && COST_VERSIONS.find(feature.url.version);
  const cost = spec?.costDirective(schema);
  const listSize = spec?.listSizeDirective(schema);

  function given(element: NamedType | Field | Input): number | undefined {
    return cost && element.appliedDirectivesOf(cost)[0]?.arguments().weight;
  }

  function typeWeight(type: NamedType): number {
    if (!isCompositeType(type)) return given(type) ?? 0;
    if (isObjectType(type)) return given(type) ?? 1;
    return Math.max(1, ...possibleRuntimeTypes(type).map(typeWeight));
  }

  function inputWeight(input: Input): number {
    const type = baseType(typeOf(input));
    return given(input) ?? given(type) ?? 0;
  }

  /** A list costs its own weight, and each of its entries as if it were given alone. */
  function inputCost(input: Input, value: unknown): number {
    if (value === null || value === undefined) return 0;
    if (Array.isArray(value)) {
      return value.reduce<number>((sum, each) => sum + inputCost(input, each), inputWeight(input));
    }
    const type = baseType(typeOf(input));
    if (!isInputObjectType(type) || typeof value !== 'object') return inputWeight(input);
    return Object.entries(value).reduce((sum, [name, each]) => {
      const field = type.field(name);
      return sum + (field ? inputCost(field, each) : 0);
    }, given(input) ?? 1);
  }

  function listSizesOf(field: Field): ListSize[] {
    if (!listSize) return [];
    return field.appliedDirectivesOf<ListSizeDirectiveArguments>(listSize).map((application) => {
      const { assumedSize, slicingArguments, sizedFields, requireOneSlicingArgument } =
        application.arguments();
      return {
        assumedSize: assumedSize ?? undefined,
        slicingArguments: new Map(
          slicingArguments?.map((name) => [name, field.argument(name)?.defaultValue]),
        ),
        sizedFields: sizedFields ?? [],
        requireOneSlicingArgument: requireOneSlicingArgument ?? true,
      };
    });
  }

  return (parent, name) => {
    const field = fieldOf(parent, name);
    const behind = withThoseBehind(parent).map((type) => fieldOf(type, name));
    const type = baseType(typeOf(field));
    const inputs = new Map<string, (value: unknown) => number>();
    for (const { name: argument } of field.arguments()) {
      const candidates = behind.flatMap((each) => each.argument(argument) ?? []);
      const isFree = (input: Input) =>
        inputWeight(input) === 0 && !isInputObjectType(baseType(typeOf(input)));
      if (candidates.every(isFree)) continue;
      inputs.set(argument, (value) => Math.max(...candidates.map((each) => inputCost(each, value))));
    }
    return {
      weight: Math.max(...behind.map((each) => given(each) ?? typeWeight(baseType(typeOf(each))))),
      isList: isList(field),
      selects: isCompositeType(type) ? type : undefined,
      listSizes: behind.flatMap(listSizesOf),
      inputs,
    };
  };
}

function isList(field: Field): boolean {
  const type = typeOf(field);
  return isListType(isNonNullType(type) ? type.ofType : type);
}

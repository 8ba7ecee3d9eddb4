/**
 * Data for any subgraph, made up from its schema: the same question always gets the same answer, in every process. An entity
 * is one of a population, so that lists repeat it; its number is in its keys, so that each subgraph knows it by any of them.
 */
import {
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export interface Amounts {
  /** Entries of a list, by "Type.field". Else what the field's `first` asks for, else 3. */
  entries: Record<string, number>;
  /** Entities that there are, by type. Else 1000. */
  population: Record<string, number>;
  /** Words of a text, by "Type.field". Else 2. */
  words: Record<string, number>;
}

/** An object in an answer. What a router says of an entity (`_entities`) comes without `identity`. */
interface Source {
  [field: string]: unknown;
  __typename: string;
  /** What everything about it is derived from. */
  identity?: string;
}

export function generatedData(
  schema: GraphQLSchema,
  amounts: Amounts,
): GraphQLFieldResolver<unknown, unknown> {
  const keys = keyFields(schema);

  function identityOf({ __typename, identity, ...known }: Source): string {
    if (identity !== undefined) return identity;
    const key = keys.get(__typename)?.find((field) => known[field] !== undefined);
    return `${__typename}:${key === undefined ? '' : String(known[key])}`;
  }

  function object(typeName: string, seed: string): Source {
    const entity = keys.get(typeName);
    if (!entity) return { __typename: typeName, identity: `${typeName}:${seed}` };
    const id = `${typeName.toLowerCase()}-${hash(seed) % (amounts.population[typeName] ?? 1000)}`;
    return {
      __typename: typeName,
      identity: `${typeName}:${id}`,
      ...Object.fromEntries(entity.map((key) => [key, id])),
    };
  }

  function value(type: GraphQLOutputType, seed: string, place: string, first: unknown): unknown {
    if (isNonNullType(type)) return value(type.ofType, seed, place, first);
    if (isListType(type)) {
      const length = amounts.entries[place] ?? (typeof first === 'number' ? first : 3);
      return Array.from({ length }, (_, index) => value(type.ofType, `${seed}/${index}`, place, undefined));
    }
    if (isObjectType(type)) return object(type.name, seed);
    if (isAbstractType(type)) {
      const [concrete] = isInterfaceType(type) ? schema.getPossibleTypes(type) : type.getTypes();
      return concrete ? object(concrete.name, seed) : null;
    }
    const number = hash(seed);
    if (isEnumType(type)) {
      const values = type.getValues();
      return values[number % values.length]?.value;
    }
    switch (type.name) {
      case 'Int':
        return number % 10_000;
      case 'Float':
        return (number % 10_000) / 100;
      case 'Boolean':
        return number % 2 === 0;
      case 'ID':
        return `id-${number % 100_000}`;
      case 'Date':
        return new Date(number * 1000).toISOString().slice(0, 10);
      case 'DateTime':
        return new Date(number * 1000).toISOString();
      default:
        return text(number, amounts.words[place] ?? 2);
    }
  }

  return (source, args, _context, { fieldName, parentType, returnType }) => {
    const parent = isSource(source) ? source : { __typename: parentType.name, identity: parentType.name };
    // Keys, and what a router sends along because a field requires it.
    if (fieldName in parent) return parent[fieldName];
    const place = `${parentType.name}.${fieldName}`;
    return value(
      returnType,
      `${identityOf(parent)}.${fieldName}(${JSON.stringify(args)})`,
      place,
      args.first,
    );
  };
}

const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && '__typename' in value;

/** Of each entity the fields of its keys, which are single fields here. */
function keyFields(schema: GraphQLSchema): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const nodes = [type.astNode, ...type.extensionASTNodes];
    const fields = nodes
      .flatMap((node) => node?.directives ?? [])
      .filter(({ name }) => name.value === 'key')
      .flatMap(({ arguments: given }) => given?.find(({ name }) => name.value === 'fields') ?? [])
      .flatMap((argument) => (argument.value.kind === 'StringValue' ? argument.value.value : []));
    if (fields.length > 0) found.set(type.name, fields);
  }
  return found;
}

/** FNV-1a, 32 bits. */
function hash(seed: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

const vocabulary =
  'amber bench cedar drift ember field grain hollow island juniper kettle linen meadow north orchard plain quiet river stone timber'.split(
    ' ',
  );

function text(seed: number, words: number): string {
  return Array.from({ length: words }, (_, index) => vocabulary[(seed + index * 7) % vocabulary.length]).join(
    ' ',
  );
}

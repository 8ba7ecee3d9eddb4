// "If I remove `Product.material`, what breaks?": the operations of every release that is live or could come back by a rollback.
import {
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { type Asking, askers, type FieldUse, fieldUses } from '../checks/asking.ts';
import type { Affected, World } from '../checks/finding.ts';

export interface Use extends FieldUse {
  /** In percent of visitors; 0: it could come back by a rollback. */
  traffic: number;
  /** Of the operation, as sent. */
  text: string;
}

export interface Usage {
  /** Schema coordinates of the live supergraph: `Product`, `Product.material`, `Query.products(first:)`, `Currency.USD`. */
  coordinates: readonly string[];
  /** How many releases were looked at. */
  releases: number;
  /** Undefined for what the schema has not. Of a type, the uses of all that is in it and of the fields that give it. */
  uses(coordinate: string): readonly Use[] | undefined;
  near(coordinate: string): string[];
}

export function usageIn(world: World, schema: GraphQLSchema): Usage {
  const all = askers(world);
  const coordinates = coordinatesOf(schema);
  const known = new Set(coordinates);
  const uses = fieldUses(all, schema);
  const byName = new Map(all.map((asker) => [`${asker.unit} ${asker.release}`, asker]));

  const complete = (use: FieldUse): Use[] => {
    const asker: (Asking & Affected) | undefined = byName.get(`${use.unit} ${use.release}`);
    return asker ? [{ ...use, traffic: asker.traffic, text: asker.operations[use.hash] ?? '' }] : [];
  };
  return {
    coordinates,
    releases: all.length,
    uses(coordinate) {
      if (!known.has(coordinate)) return undefined;
      const isType = !coordinate.includes('.');
      const givers = isType ? fieldsOfType(coordinate, schema) : new Set<string>();
      const found = Object.entries(uses).filter(
        ([one]) => one === coordinate || (isType && one.startsWith(`${coordinate}.`)) || givers.has(one),
      );
      return mostVisitors(together(found.flatMap(([, each]) => each)).flatMap(complete));
    },
    near: (coordinate) => suggestionList(coordinate, coordinates).slice(0, 5),
  };
}

/** One for each operation, with all its places. */
function together(uses: readonly FieldUse[]): FieldUse[] {
  const byOperation = new Map<string, FieldUse>();
  for (const use of uses) {
    const key = `${use.unit} ${use.release} ${use.hash}`;
    const places = [...(byOperation.get(key)?.places ?? []), ...use.places];
    places.sort((a, b) => a.line - b.line || a.column - b.column);
    byOperation.set(key, { ...use, places });
  }
  return [...byOperation.values()];
}

const mostVisitors = (uses: readonly Use[]) =>
  uses.toSorted(
    (a, b) => b.traffic - a.traffic || a.unit.localeCompare(b.unit) || a.operation.localeCompare(b.operation),
  );

/** What gives values of this type: without the type it cannot be there. */
function fieldsOfType(name: string, schema: GraphQLSchema): Set<string> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  return new Set(
    types.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name === name)
        .map((field) => `${type.name}.${field.name}`),
    ),
  );
}

/** Without what GraphQL itself has. */
function coordinatesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap((type) => {
      if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => `${type.name}.${name}`)];
      if (isInputObjectType(type))
        return [type.name, ...Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)];
      if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
      const fields = Object.values(type.getFields()).flatMap(({ name, args }) => [
        `${type.name}.${name}`,
        ...args.map((argument) => `${type.name}.${name}(${argument.name}:)`),
      ]);
      return [type.name, ...fields];
    })
    .toSorted();
}

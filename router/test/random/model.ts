/**
 * A generated world: the types of one graph, and which subgraph answers which of their fields. The subgraphs' SDL
 * (`sdl.ts`), their resolvers and the monolith's (`subgraphs.ts`, `monolith.ts`) are all read off it.
 */

/** Index of a subgraph; `subgraphName` makes its name. */
export type Subgraph = number;
export const subgraphName = (subgraph: Subgraph): string => `sub${'abcd'[subgraph]}`;

export interface Argument {
  name: string;
  /** As printed: `[Int!]`. */
  type: string;
  /** A default, as SDL and as the value that resolvers get. */
  fallback?: { text: string; value: unknown };
}

/** One field of a `@requires`, with what it selects below. */
export interface Requirement {
  field: string;
  /** Arguments as printed, `(a0: 1)` or nothing, and as a resolver gets them. */
  args: { text: string; values: Record<string, unknown> };
  /** Type condition: the selection stands in `... on Type { }`. */
  on?: string;
  below: Requirement[];
}

export interface Field {
  name: string;
  /** As printed: `[Entity0!]!`. */
  type: string;
  args: Argument[];
  /** Who answers it. More than one: `@shareable`. */
  answeredBy: Set<Subgraph>;
  /** Who only knows of it. */
  externalTo: Set<Subgraph>;
  requires?: Requirement[];
  /** Leaf fields of what this one returns, answered along with it; and is this one answered so by another? */
  provides?: string[];
  provided: boolean;
  override?: { from: Subgraph; label?: string };
  inaccessible: boolean;
  /** What may go wrong with its values. None of it when somebody requires the field or it is part of a key. */
  flaws: { throws: boolean; nulls: boolean; breaksNonNull: boolean; hiddenEnum: boolean };
  dependable: boolean;
  /** Comes to its type through an `@interfaceObject`. */
  viaInterface?: string;
}

/** Fields of a key, `id` or `box { hi lo }`. */
export interface Key {
  fields: string;
  names: readonly string[];
}

export interface ObjectType {
  kind: 'entity' | 'value' | 'root';
  name: string;
  fields: Map<string, Field>;
  /** Keys in each subgraph where it is an entity. Empty for the others. */
  keys: Map<Subgraph, { key: Key; resolvable: boolean }[]>;
  /** Where the type stands in the schema. */
  in: Set<Subgraph>;
  /** Value types of which each subgraph has other fields: whoever returns one is answered by all of them. */
  split?: Set<Subgraph>;
  /** How many there are of an entity. */
  size: number;
}

export interface AbstractType {
  kind: 'interface' | 'union';
  name: string;
  members: string[];
  /** Names of an interface's fields; types and arguments are the members'. */
  fields: string[];
  in: Set<Subgraph>;
  /** An entity interface: where it is one, and where it is an `@interfaceObject`, with the fields added there. */
  entity?: { home: Subgraph; object: Subgraph; added: Map<string, Field> };
}

export interface EnumType {
  name: string;
  values: string[];
  hidden: string[];
}

export interface InputType {
  name: string;
  fields: Argument[];
}

export interface World {
  subgraphs: Subgraph[];
  objects: Map<string, ObjectType>;
  abstracts: Map<string, AbstractType>;
  enums: EnumType[];
  inputs: InputType[];
}

export const namedType = (type: string): string => type.replace(/[[\]!]/g, '');

export const isComposite = (world: World, name: string): boolean =>
  world.objects.has(name) || world.abstracts.has(name);

export function objectType(world: World, name: string): ObjectType {
  const type = world.objects.get(name);
  if (!type) throw new Error(`No object type ${name}.`);
  return type;
}

export function fieldOf(world: World, typeName: string, fieldName: string): Field {
  const field = objectType(world, typeName).fields.get(fieldName);
  if (!field) throw new Error(`No field ${typeName}.${fieldName}.`);
  return field;
}

/** Does an object of this type match the type condition? */
export const matches = (world: World, typeName: string, condition: string): boolean =>
  typeName === condition || (world.abstracts.get(condition)?.members.includes(typeName) ?? false);

/** Has the field anything of federation? Of an abstract type: for one of its members. */
export const isSpecial =
  (world: World) =>
  (typeName: string, fieldName: string): boolean =>
    (world.abstracts.get(typeName)?.members ?? [typeName]).some((name) => {
      const field = world.objects.get(name)?.fields.get(fieldName);
      return (
        field &&
        Boolean(field.requires ?? field.provides ?? field.override ?? field.viaInterface ?? field.provided)
      );
    });

/** The interface whose `@interfaceObject` stands for this type in this subgraph. */
export const interfaceObject = (
  world: World,
  typeName: string,
  subgraph: Subgraph,
): AbstractType | undefined =>
  [...world.abstracts.values()].find(
    ({ entity, members }) => entity?.object === subgraph && members.includes(typeName),
  );

/** Is the type allowed to stand in this subgraph's schema? Not beside the `@interfaceObject` that stands for it. */
export function allowedIn(world: World, name: string, subgraph: Subgraph): boolean {
  const object = world.objects.get(name);
  if (object) {
    if (object.split) return object.split.has(subgraph);
    return interfaceObject(world, name, subgraph) === undefined;
  }
  const abstract = world.abstracts.get(name);
  if (!abstract) return true;
  if (abstract.entity) return abstract.entity.home === subgraph || abstract.entity.object === subgraph;
  return abstract.members.every((member) => allowedIn(world, member, subgraph));
}

/** Types that any subgraph may return. */
export const allowedEverywhere = (world: World, name: string): boolean =>
  world.subgraphs.every((subgraph) => allowedIn(world, name, subgraph));

/** What an abstract field may return: the types that everybody who answers it knows as members. */
export function runtimeTypes(world: World, name: string, answeredBy: Iterable<Subgraph>): string[] {
  const abstract = world.abstracts.get(name);
  if (!abstract) return [name];
  return abstract.members.filter((member) =>
    [...answeredBy].every(
      (subgraph) => abstract.entity?.object === subgraph || objectType(world, member).in.has(subgraph),
    ),
  );
}

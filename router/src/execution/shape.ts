/**
 * The shape of an answer, compiled from what the client asked: takes the merged data of the subgraphs and gives exactly the
 * fields asked for, in their order, with nulls and errors as the GraphQL specification wants them (section 6.4.4, "Handling
 * Field Errors").
 */
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Path, Value } from './merge.ts';
import { dataKey } from './specialise.ts';

export interface ShapeError {
  /** `null`: nothing came where the schema promises something; explained by an error of a subgraph if there is one. */
  kind: 'null' | 'invalid' | 'denied';
  path: Path;
  message: string;
}

export interface Completion {
  /** The place that is looked at; valid up to the depth of the one who looks. */
  path: Path;
  errors: ShapeError[];
  /** Answers to `__schema` and `__type`, by response key. */
  introspection: Value;
}

/** Null: null and allowed to be. Undefined: an error, so that the nearest parent that may be null becomes it. */
type Complete = (value: unknown, completion: Completion, depth: number) => unknown;

interface Field {
  /** The client's key. */
  key: string;
  /** The key in our data. */
  source: string;
  complete: Complete;
}

/** Gives the `data` of the answer. */
export type Shape = (data: Value, introspection: Value) => { data: Value | null; errors: ShapeError[] };

export function compileShape(
  schema: GraphQLSchema,
  root: GraphQLObjectType,
  selection: SelectionSetNode,
  denied: ReadonlySet<FieldNode>,
  fieldNames: ReadonlySet<string>,
): Shape {
  const complete = object(root, [selection]);
  return (data, introspection) => {
    const completion: Completion = { path: [], errors: [], introspection };
    const completed = complete(data, completion, 0);
    return { data: (completed as Value | undefined) ?? null, errors: completion.errors };
  };

  function output(type: GraphQLOutputType, nodes: readonly FieldNode[], name: string): Complete {
    const bare = getNullableType(type);
    return isLeafType(bare) ? fast(bare, checked(type, nodes, name)) : checked(type, nodes, name);
  }

  function checked(type: GraphQLOutputType, nodes: readonly FieldNode[], name: string): Complete {
    if (isNonNullType(type)) {
      const inner = nullable(type.ofType, nodes, name);
      return (value, completion, depth) => {
        if (value === undefined || value === null) {
          fail(completion, depth, 'null', `Cannot return null for non-nullable field ${name}.`);
          return undefined;
        }
        return inner(value, completion, depth);
      };
    }
    const inner = nullable(type, nodes, name);
    return (value, completion, depth) =>
      value === undefined || value === null ? null : (inner(value, completion, depth) ?? null);
  }

  /** Completes what is there. */
  function nullable(type: GraphQLOutputType, nodes: readonly FieldNode[], name: string): Complete {
    const bare = getNullableType(type);
    if (isListType(bare)) return list(output(bare.ofType, nodes, name), name);
    if (isLeafType(bare)) return leaf(bare, name);
    if (isCompositeType(bare)) {
      return object(
        bare,
        nodes.flatMap((node) => node.selectionSet ?? []),
      );
    }
    throw new Error(`${name} has no output type`);
  }

  function object(type: GraphQLCompositeType, selections: readonly SelectionSetNode[]): Complete {
    const shapes = new Map<string, { fields: readonly Field[]; template: Value } | undefined>();
    return (value, completion, depth) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        fail(
          completion,
          depth,
          'invalid',
          `A subgraph answered something else than an object for ${type.name}.`,
        );
        return undefined;
      }
      const source = value as Value;
      const typename = typeof source.__typename === 'string' ? source.__typename : type.name;
      let shape = shapes.get(typename);
      if (!shape) {
        const fields = fieldsOf(typename);
        if (!fields) {
          fail(completion, depth, 'invalid', `A subgraph answered a type that ${type.name} cannot be.`);
          return undefined;
        }
        shape = { fields, template: JSON.parse(`{${fields.map(({ key }) => `"${key}":null`).join(',')}}`) };
        shapes.set(typename, shape);
      }
      const completed: Value = { ...shape.template };
      for (const { key, source: from, complete } of shape.fields) {
        completion.path[depth] = key;
        const field = complete(source[from], completion, depth + 1);
        if (field === undefined) return undefined;
        completed[key] = field;
      }
      return completed;
    };

    function fieldsOf(typename: string): readonly Field[] | undefined {
      const runtime = schema.getType(typename);
      if (!isCompositeType(runtime)) return undefined;
      const fits =
        runtime === type ||
        // An @interfaceObject has the interface's name where its subgraph is asked for nothing that tells more.
        (isAbstractType(type) &&
          (isObjectType(runtime) || isInterfaceType(runtime)) &&
          schema.isSubType(type, runtime)) ||
        (isAbstractType(runtime) && isObjectType(type) && schema.isSubType(runtime, type));
      return fits
        ? compileFields(isAbstractType(runtime) && isObjectType(type) ? type : runtime, selections)
        : undefined;
    }
  }

  function compileFields(type: GraphQLCompositeType, selections: readonly SelectionSetNode[]): Field[] {
    const asked = new Map<string, FieldNode[]>();
    for (const set of selections) collect(set);
    return [...asked].map(([key, nodes]) => ({
      key,
      source: nodes[0] ? dataKey(nodes[0], fieldNames) : key,
      complete: field(nodes),
    }));

    function collect(set: SelectionSetNode): void {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value;
          const same = asked.get(key);
          if (same) same.push(selection);
          else asked.set(key, [selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT && applies(selection.typeCondition?.name.value)) {
          collect(selection.selectionSet);
        }
      }
    }

    function applies(name: string | undefined): boolean {
      if (name === undefined || name === type.name) return true;
      const condition = schema.getType(name);
      return (
        isAbstractType(condition) &&
        (isObjectType(type) || isInterfaceType(type)) &&
        schema.isSubType(condition, type)
      );
    }

    function field(nodes: FieldNode[]): Complete {
      const [node] = nodes;
      const name = node?.name.value ?? '';
      if (name === '__typename') return typename;
      if (name === '__schema' || name === '__type') return introspected;
      const definition = isCompositeType(type) && 'getFields' in type ? type.getFields()[name] : undefined;
      if (!definition) throw new Error(`${type.name} has no field ${name}`);
      const coordinate = `${type.name}.${name}`;
      const isNullable = !isNonNullType(definition.type);
      if (node && denied.has(node)) {
        return (_value, completion, depth) => {
          fail(completion, depth, 'denied', `You may not see ${coordinate}.`);
          return isNullable ? null : undefined;
        };
      }
      return output(definition.type, nodes, coordinate);
    }

    function typename(_value: unknown, completion: Completion, depth: number): unknown {
      if (isObjectType(type)) return type.name;
      fail(completion, depth, 'null', `Nothing tells which ${type.name} this is.`);
      return undefined;
    }
  }
}

function introspected(_value: unknown, { introspection, path }: Completion, depth: number): unknown {
  return introspection[String(path[depth - 1])] ?? null;
}

function list(item: Complete, name: string): Complete {
  return (value, completion, depth) => {
    if (!Array.isArray(value)) {
      fail(completion, depth, 'invalid', `A subgraph answered something else than a list for ${name}.`);
      return undefined;
    }
    const completed: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      completion.path[depth] = index;
      const element = item(value[index], completion, depth + 1);
      if (element === undefined) return undefined;
      completed.push(element);
    }
    return completed;
  };
}

function leaf(type: GraphQLLeafType, name: string): Complete {
  const isValid = leafCheck(type);
  return (value, completion, depth) => {
    if (isValid(value)) return value;
    fail(
      completion,
      depth,
      'invalid',
      `A subgraph answered something else than ${getNamedType(type).name} for ${name}.`,
    );
    return undefined;
  };
}

/** Most values are leaves, and most of those are right: one call instead of three. */
function fast(type: GraphQLLeafType, otherwise: Complete): Complete {
  if (isEnumType(type)) return otherwise;
  switch (type.name) {
    case 'String':
    case 'ID':
      return (value, completion, depth) =>
        typeof value === 'string' ? value : otherwise(value, completion, depth);
    case 'Boolean':
      return (value, completion, depth) =>
        typeof value === 'boolean' ? value : otherwise(value, completion, depth);
    case 'Int':
      return (value, completion, depth) =>
        Number.isInteger(value) ? value : otherwise(value, completion, depth);
    default:
      return otherwise;
  }
}

function leafCheck(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map((value) => value.name));
    return (value) => values.has(value);
  }
  switch (type.name) {
    case 'String':
      return (value) => typeof value === 'string';
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'Int':
      return (value) => Number.isInteger(value);
    case 'Float':
      return (value) => typeof value === 'number';
    case 'ID':
      return (value) => typeof value === 'string' || Number.isInteger(value);
    default:
      return () => true;
  }
}

function fail({ path, errors }: Completion, depth: number, kind: ShapeError['kind'], message: string): void {
  errors.push({ kind, path: path.slice(0, depth), message });
}

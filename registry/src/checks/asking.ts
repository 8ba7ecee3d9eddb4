// Who asks the graph what: the operations of releases, and the places in the schema that they name.
import type { Manifest } from '@arcade/mfe-kit/manifest';
import {
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Affected, ShellRelease, World } from './finding.ts';

/** Of a release, what is needed to know what it asks. */
export type Asking = Pick<Manifest, 'unit' | 'version' | 'operations'>;

export interface FieldUse {
  readonly unit: string;
  readonly release: string;
  readonly operation: string;
  /** Of the operation, as in the manifest. */
  readonly hash: string;
  /** Where its text names it, from 1 on. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Whoever gets traffic or could get it by a rollback, each release once. */
export function askers({ live, recallable, shell, recallableShells }: World): (Asking & Affected)[] {
  const asShell =
    (traffic: number) =>
    ({ version, operations = {} }: ShellRelease) => ({
      unit: 'shell',
      version,
      operations,
      traffic,
    });
  const all = [
    ...(shell ? [shell] : []).map(asShell(100)),
    ...recallableShells.map(asShell(0)),
    ...live.map(({ manifest, traffic }) => ({ ...manifest, traffic })),
    ...recallable.map((manifest) => ({ ...manifest, traffic: 0 })),
  ];
  const known = new Map<string, Asking & Affected>();
  for (const { unit, version, operations, traffic } of all) {
    const key = `${unit} ${version}`;
    if (!known.has(key)) known.set(key, { unit, version, release: version, operations, traffic });
  }
  return [...known.values()];
}

/** "If I remove `Product.material`, what breaks?": schema coordinate → who names it. For the control room. */
export function fieldUses(releases: readonly Asking[], schema: GraphQLSchema): Record<string, FieldUse[]> {
  const uses: Record<string, FieldUse[]> = {};
  for (const { unit, version, operations } of releases) {
    for (const [hash, text] of Object.entries(operations)) {
      const document = parsed(text);
      // It cannot have been let in by a check, and no router would answer it.
      if (document instanceof Error) continue;
      const use = { unit, release: version, operation: operationName(document, hash), hash };
      for (const [coordinate, places] of coordinatesIn(document, schema)) {
        uses[coordinate] = [...(uses[coordinate] ?? []), { ...use, places }];
      }
    }
  }
  return uses;
}

export function parsed(text: string): DocumentNode | Error {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

export function operationOf(document: DocumentNode): OperationDefinitionNode | undefined {
  return document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

export function operationName(document: DocumentNode, hash: string): string {
  return operationOf(document)?.name?.value ?? hash.slice(0, 12);
}

/** The place in the schema that an error is about: what the first of its nodes names that names anything. */
export function coordinateOf(
  { nodes = [] }: GraphQLError,
  document: DocumentNode,
  schema: GraphQLSchema,
): string | undefined {
  const types = new TypeInfo(schema);
  let found: string | undefined;
  visit(
    document,
    visitWithTypeInfo(types, {
      enter(node) {
        if (nodes.includes(node)) found ??= coordinate(node, types);
      },
    }),
  );
  return found;
}

function coordinatesIn(document: DocumentNode, schema: GraphQLSchema): Map<string, Place[]> {
  const types = new TypeInfo(schema);
  const found = new Map<string, Place[]>();
  visit(
    document,
    visitWithTypeInfo(types, {
      enter(node) {
        const { line = 1, column = 1 } = node.loc?.startToken ?? {};
        const add = (one: string) => found.set(one, [...(found.get(one) ?? []), { line, column }]);
        const one = coordinate(node, types);
        if (one) add(one);
        if (node.kind === Kind.FIELD) {
          // What is asked of an interface is asked of every type behind it.
          const parent = types.getParentType();
          const behind = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
          if (one && types.getFieldDef()) for (const { name } of behind) add(`${name}.${node.name.value}`);
        }
        if (node.kind === Kind.VARIABLE_DEFINITION) {
          const type = typeFromAST(schema, node.type);
          if (type) for (const input of inputsOf(getNamedType(type).name, schema)) add(input);
        }
      },
    }),
  );
  return found;
}

/** What can be sent in a variable of this type. */
function inputsOf(name: string, schema: GraphQLSchema, found = new Set<string>()): Set<string> {
  const type = schema.getType(name);
  if (isEnumType(type)) for (const value of type.getValues()) found.add(`${name}.${value.name}`);
  if (!isInputObjectType(type)) return found;
  for (const field of Object.values(type.getFields())) {
    const one = `${name}.${field.name}`;
    if (found.has(one)) continue;
    found.add(one);
    inputsOf(getNamedType(field.type).name, schema, found);
  }
  return found;
}

function coordinate(node: ASTNode, types: TypeInfo): string | undefined {
  const parent = types.getParentType()?.name;
  switch (node.kind) {
    case Kind.FIELD:
      // __typename is there always.
      return parent && !node.name.value.startsWith('__') ? `${parent}.${node.name.value}` : undefined;
    case Kind.VARIABLE:
    case Kind.ARGUMENT: {
      const field = types.getFieldDef()?.name;
      const argument = node.kind === Kind.VARIABLE ? types.getArgument()?.name : node.name.value;
      if (!parent || !field || !argument || types.getDirective()) return undefined;
      return `${parent}.${field}(${argument}:)`;
    }
    case Kind.NAMED_TYPE:
      return node.name.value;
    case Kind.INLINE_FRAGMENT:
      return node.typeCondition?.name.value;
    case Kind.OBJECT_FIELD: {
      const input = getNamedType(types.getParentInputType() ?? undefined)?.name;
      return input && `${input}.${node.name.value}`;
    }
    case Kind.ENUM: {
      const type = getNamedType(types.getInputType() ?? undefined)?.name;
      return type && `${type}.${node.value}`;
    }
    default:
      return undefined;
  }
}

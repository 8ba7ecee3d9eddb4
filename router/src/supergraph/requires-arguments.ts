/**
 * `@requires` of fields that take arguments, such as `@requires(fields: "price(currency: \"USD\")")`. The planner takes the
 * arguments along, but gives the value the key of the field alone, where it collides with the client's own use of the field and
 * with other requirements. So the planner is shown a field for each field and arguments that somebody requires, without
 * arguments: `price__required_0`. What is sent to subgraphs has the real field again (`execution/fetch-parts.ts`).
 */
import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

export interface RequiredArguments {
  /** The planner's own fields by name, with the field and the arguments that each stands for. */
  fields: ReadonlyMap<string, { name: string; arguments: readonly ArgumentNode[] }>;
  /** Which of them a field requires, by coordinate (`Product.shippingEstimate`). */
  requiredBy: ReadonlyMap<string, ReadonlySet<string>>;
}

type FieldsType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

interface StandIn {
  name: string;
  arguments: readonly ArgumentNode[];
  key: string;
  /** Types that have it, and the subgraphs that require it. */
  types: Set<string>;
  graphs: Set<string>;
}

export function withoutRequiredArguments(document: DocumentNode): {
  document: DocumentNode;
  required: RequiredArguments;
} {
  const types = new Map<string, FieldsType>();
  for (const definition of document.definitions) {
    if (hasFields(definition)) types.set(definition.name.value, definition);
  }
  const standIns = new Map<string, StandIn>();
  const requiredBy = new Map<string, Set<string>>();
  const plain = new Map([...types].map(([name, type]) => [name, withPlainRequirements(type)]));
  if (standIns.size === 0) return { document, required: { fields: standIns, requiredBy } };

  const used = usedInFieldSets(plain, standIns);
  const definitions = document.definitions.map((definition) => {
    const type = plain.get('name' in definition ? (definition.name?.value ?? '') : '');
    if (!type) return definition;
    const fields = (type.fields ?? []).map((field) => withoutUnusedExternals(type, field));
    return { ...type, fields: [...fields, ...standInsOf(type)] };
  });
  return { document: { ...document, definitions }, required: { fields: standIns, requiredBy } };

  function withPlainRequirements(type: FieldsType): FieldsType {
    const fields = (type.fields ?? []).map((field) => ({
      ...field,
      directives: (field.directives ?? []).map((directive) => {
        const requires = stringArgument(directive, 'requires');
        if (directive.name.value !== JOIN_FIELD || requires === undefined) return directive;
        const names = new Set<string>();
        const set = replaced(fieldSet(requires), type, graphOf(directive), names);
        if (names.size === 0) return directive;
        const coordinate = `${type.name.value}.${field.name.value}`;
        requiredBy.set(coordinate, new Set([...(requiredBy.get(coordinate) ?? []), ...names]));
        return withStringArgument(directive, 'requires', printFieldSet(set));
      }),
    }));
    return { ...type, fields };
  }

  function replaced(
    set: SelectionSetNode,
    parent: FieldsType | undefined,
    graph: string,
    names: Set<string>,
  ): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition ? types.get(selection.typeCondition.name.value) : parent;
        return { ...selection, selectionSet: replaced(selection.selectionSet, type, graph, names) };
      }
      const definition = fieldOf(parent, selection.name.value);
      const below = definition && types.get(namedType(definition.type));
      const inner = selection.selectionSet && replaced(selection.selectionSet, below, graph, names);
      const field: FieldNode = { ...selection, ...(inner && { selectionSet: inner }) };
      if (!parent || !definition?.arguments?.length) return field;
      const name = standInFor(parent, definition, selection.arguments ?? [], graph);
      names.add(name);
      return { ...field, name: { kind: Kind.NAME as const, value: name }, arguments: [] };
    });
    return { ...set, selections };
  }

  function standInFor(
    type: FieldsType,
    { name: { value: name } }: FieldDefinitionNode,
    args: readonly ArgumentNode[],
    graph: string,
  ): string {
    const key = `${name}(${args.map(print).sort().join(',')})`;
    let [found, standIn] = [...standIns].find(([, each]) => each.key === key) ?? [];
    found ??= `${name}__required_${standIns.size}`;
    standIn ??= { name, arguments: args, key, types: new Set(), graphs: new Set() };
    standIns.set(found, standIn);
    standIn.graphs.add(graph);
    for (const each of [type, ...implementations(types, type)]) standIn.types.add(each.name.value);
    return found;
  }

  /** Available where the fields that they stand for are. */
  function standInsOf(type: FieldsType): FieldDefinitionNode[] {
    return [...standIns].flatMap(([name, standIn]) => {
      const field = fieldOf(type, standIn.name);
      if (!field || !standIn.types.has(type.name.value)) return [];
      // An external field that no field set of its subgraph uses is refused.
      const directives = (field.directives ?? []).filter(
        (directive) =>
          directive.name.value === JOIN_FIELD &&
          (!isExternal(directive) || standIn.graphs.has(graphOf(directive))),
      );
      return { ...field, name: { kind: Kind.NAME as const, value: name }, arguments: [], directives };
    });
  }

  function withoutUnusedExternals(type: FieldsType, field: FieldDefinitionNode): FieldDefinitionNode {
    if (![...standIns.values()].some((each) => each.name === field.name.value)) return field;
    const isNeeded = (directive: ConstDirectiveNode) =>
      directive.name.value !== JOIN_FIELD ||
      !isExternal(directive) ||
      used.has(`${graphOf(directive)} ${type.name.value}.${field.name.value}`) ||
      implementsField(type, field.name.value, graphOf(directive));
    return { ...field, directives: (field.directives ?? []).filter(isNeeded) };
  }

  function implementsField(type: FieldsType, field: string, graph: string): boolean {
    return (type.directives ?? []).some(
      (directive) =>
        directive.name.value === 'join__implements' &&
        graphOf(directive) === graph &&
        fieldOf(types.get(stringArgument(directive, 'interface') ?? ''), field) !== undefined,
    );
  }
}

/** `GRAPH Type.field` of every field that a key, a requirement or a provision of that subgraph names. */
function usedInFieldSets(
  types: ReadonlyMap<string, FieldsType>,
  standIns: ReadonlyMap<string, StandIn>,
): Set<string> {
  const used = new Set<string>();
  for (const type of types.values()) {
    for (const directive of type.directives ?? []) mark(stringArgument(directive, 'key'), type, directive);
    for (const field of type.fields ?? []) {
      for (const directive of field.directives ?? []) {
        mark(stringArgument(directive, 'requires'), type, directive);
        mark(stringArgument(directive, 'provides'), types.get(namedType(field.type)), directive);
      }
    }
  }
  return used;

  function mark(set: string | undefined, type: FieldsType | undefined, directive: ConstDirectiveNode): void {
    if (set !== undefined) markAll(fieldSet(set), type, graphOf(directive));
  }

  function markAll(set: SelectionSetNode, parent: FieldsType | undefined, graph: string): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition ? types.get(selection.typeCondition.name.value) : parent;
        markAll(selection.selectionSet, type, graph);
        continue;
      }
      if (!parent) continue;
      for (const type of [parent, ...implementations(types, parent)]) {
        used.add(`${graph} ${type.name.value}.${selection.name.value}`);
      }
      const { value: name } = selection.name;
      const definition = fieldOf(parent, standIns.get(name)?.name ?? name);
      if (selection.selectionSet && definition) {
        markAll(selection.selectionSet, types.get(namedType(definition.type)), graph);
      }
    }
  }
}

const JOIN_FIELD = 'join__field';

function implementations(types: ReadonlyMap<string, FieldsType>, { kind, name }: FieldsType): FieldsType[] {
  if (kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  return [...types.values()].filter((type) =>
    type.interfaces?.some((each) => each.name.value === name.value),
  );
}

const fieldOf = (type: FieldsType | undefined, name: string): FieldDefinitionNode | undefined =>
  type?.fields?.find((field) => field.name.value === name);

const argumentOf = ({ arguments: all }: ConstDirectiveNode, name: string) =>
  all?.find((argument) => argument.name.value === name)?.value;

function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function withStringArgument(directive: ConstDirectiveNode, name: string, value: string): ConstDirectiveNode {
  const args = (directive.arguments ?? []).map((argument) =>
    argument.name.value === name ? { ...argument, value: { kind: Kind.STRING as const, value } } : argument,
  );
  return { ...directive, arguments: args };
}

function graphOf(directive: ConstDirectiveNode): string {
  const value = argumentOf(directive, 'graph');
  return value?.kind === Kind.ENUM ? value.value : '';
}

function isExternal(directive: ConstDirectiveNode): boolean {
  const value = argumentOf(directive, 'external');
  return value?.kind === Kind.BOOLEAN && value.value;
}

function fieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`not a field set: ${text}`);
  return definition.selectionSet;
}

const printFieldSet = (set: SelectionSetNode): string =>
  set.selections.map((selection) => print(selection).replaceAll(/\s+/g, ' ')).join(' ');

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

const hasFields = (definition: DefinitionNode): definition is FieldsType =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;

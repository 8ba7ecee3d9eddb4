/**
 * One operation as it is for one request: `@skip` and `@include` decided, fragments in place, denied fields set apart. It is
 * what gets planned and compiled, so that neither plan nor steps know a condition.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Under which key the data of a field is asked for. A client's alias may be the name of a field that the plan needs as a key or a
 * requirement, and the planner does not tell the two apart: so such an alias is not sent.
 */
export function dataKey({ alias, name }: FieldNode, fieldNames: ReadonlySet<string>): string {
  if (!alias || alias.value === name.value) return name.value;
  return fieldNames.has(alias.value) ? `${alias.value}__is_${name.value}` : alias.value;
}

export interface Specialised {
  /** What is planned: without denied fields. Undefined when nothing is left to ask. */
  planned: DocumentNode | undefined;
  /** What the client asked, denied fields included. */
  selection: SelectionSetNode;
  /** Keys of the data that are not the client's, with the client's. */
  keys: ReadonlyMap<string, string>;
  /** The fields of `selection` that are answered with null and an error. */
  denied: ReadonlySet<FieldNode>;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Names of the variables that decide `@skip` and `@include`, in the order of their first use. */
export function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  const names = new Set<string>();
  const sets = [operation.selectionSet, ...[...fragments.values()].map((fragment) => fragment.selectionSet)];
  for (let set = sets.pop(); set; set = sets.pop()) {
    for (const selection of set.selections) {
      for (const { condition } of conditionsOf(selection)) {
        if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet)
        sets.push(selection.selectionSet);
    }
  }
  return [...names].sort();
}

/** @param conditions value of each condition variable */
export function specialise(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  conditions: Readonly<Record<string, boolean>>,
  deniedFields: ReadonlySet<FieldNode>,
  fieldNames: ReadonlySet<string>,
): Specialised {
  const keys = new Map<string, string>();
  const denied = new Set<FieldNode>();
  const asked = inPlace(operation.selectionSet, (field) => {
    if (!deniedFields.has(field)) return field;
    const { selectionSet: _, ...rest } = field;
    denied.add(rest);
    return rest;
  });
  const kept = inPlace(operation.selectionSet, (field) => {
    if (deniedFields.has(field)) return undefined;
    const key = dataKey(field, fieldNames);
    if (!field.alias || key === field.alias.value) return field;
    keys.set(key, field.alias.value);
    return { ...field, alias: { kind: Kind.NAME, value: key } };
  });
  return {
    planned: document(oncePerKey(kept)),
    selection: asked,
    keys,
    denied,
  };

  function inPlace(
    set: SelectionSetNode,
    take: (field: FieldNode) => FieldNode | undefined,
  ): SelectionSetNode {
    const selections: SelectionNode[] = [];
    for (const selection of set.selections) {
      if (!isIncluded(selection, conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const field = take(selection);
        if (!field) continue;
        const inner = field.selectionSet && inPlace(field.selectionSet, take);
        if (!inner && !field.directives?.length) {
          selections.push(field);
          continue;
        }
        const { selectionSet: _, directives: __, ...bare } = field;
        const taken = inner ? { ...bare, selectionSet: inner } : bare;
        if (denied.delete(field)) denied.add(taken);
        selections.push(taken);
        continue;
      }
      const spread =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!spread) continue;
      const inner = inPlace(spread.selectionSet, take);
      if (inner.selections.length === 0) continue;
      selections.push({
        kind: Kind.INLINE_FRAGMENT,
        ...(spread.typeCondition && { typeCondition: spread.typeCondition }),
        selectionSet: inner,
      });
    }
    return { kind: Kind.SELECTION_SET, selections };
  }

  function document(fields: readonly FieldNode[]): DocumentNode | undefined {
    if (fields.length === 0) return undefined;
    const { directives: _, ...bare } = operation;
    const selectionSet = placeheld({ kind: Kind.SELECTION_SET, selections: fields });
    return { kind: Kind.DOCUMENT, definitions: [{ ...bare, selectionSet }] };
  }
}

/**
 * The fields that subgraphs are asked for, each once: the planner asks twice for what stands in two fragments, and a mutation
 * would be run twice. What is asked of the schema itself, the router answers.
 */
function oncePerKey(set: SelectionSetNode): FieldNode[] {
  const fields = new Map<string, FieldNode>();
  collect(set);
  return [...fields.values()];

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      if (selection.kind !== Kind.FIELD || selection.name.value.startsWith('__')) continue;
      const key = (selection.alias ?? selection.name).value;
      const same = fields.get(key);
      fields.set(key, same ? withSelections(same, selection.selectionSet) : selection);
    }
  }
}

function withSelections(field: FieldNode, more: SelectionSetNode | undefined): FieldNode {
  if (!field.selectionSet || !more) return field;
  const selections = [...field.selectionSet.selections, ...more.selections];
  return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

/** A field of which everything is left out still has to be asked for: whether it is there is an answer. */
function placeheld(set: SelectionSetNode): SelectionSetNode {
  return {
    kind: Kind.SELECTION_SET,
    selections: set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return selection;
      const inner = placeheld(selection.selectionSet);
      return {
        ...selection,
        selectionSet: inner.selections.length > 0 ? inner : { ...inner, selections: [TYPENAME] },
      };
    }),
  };
}

function conditionsOf(selection: SelectionNode) {
  return (selection.directives ?? [])
    .filter(({ name }) => name.value === 'skip' || name.value === 'include')
    .map((directive) => ({
      wanted: directive.name.value === 'include',
      condition: directive.arguments?.find(({ name }) => name.value === 'if')?.value,
    }));
}

function isIncluded(selection: SelectionNode, conditions: Readonly<Record<string, boolean>>): boolean {
  if (!selection.directives?.length) return true;
  return conditionsOf(selection).every(({ wanted, condition }) => {
    if (condition?.kind === Kind.BOOLEAN) return condition.value === wanted;
    return condition?.kind !== Kind.VARIABLE || conditions[condition.name.value] === wanted;
  });
}

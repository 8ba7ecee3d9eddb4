/**
 * What is sent for one fetch of the plan. Where the planner was shown fields of its own (`supergraph/requires-arguments.ts`),
 * the real ones are put back; and where two of them stand for the same field with different arguments, one representation
 * cannot hold both, so the fetch is sent in parts.
 */
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import type { RequiredArguments } from '../supergraph/requires-arguments.ts';

export interface FetchPart {
  operation: string;
  variables: readonly string[];
  /** What a key of our data is called in the representation; undefined leaves it out. */
  nameOf(key: string): string | undefined;
}

export function fetchParts(node: FetchNode, required: RequiredArguments): FetchPart[] {
  const variables = node.variableUsages ?? [];
  if (required.fields.size === 0) {
    return [{ operation: node.operation, variables, nameOf: (key) => key }];
  }
  const document = parse(node.operation, { noLocation: true });
  if (!collide(standInsIn(node.requires ?? [], required), required)) {
    return [part(document, (key) => required.fields.get(key)?.name ?? key)];
  }
  return groups(document, required).map(({ fields, needs }) =>
    part(onlyEntityFields(document, fields), (key) => {
      const standsFor = required.fields.get(key);
      return standsFor ? (needs.has(key) ? standsFor.name : undefined) : key;
    }),
  );

  function part(asked: DocumentNode, nameOf: FetchPart['nameOf']): FetchPart {
    const real = visit(asked, {
      Field(field) {
        const standsFor = required.fields.get(field.name.value);
        if (!standsFor) return undefined;
        return {
          ...field,
          alias: field.alias ?? field.name,
          name: { ...field.name, value: standsFor.name },
          arguments: standsFor.arguments,
        } satisfies FieldNode;
      },
    });
    const names = variablesIn(real);
    return {
      operation: stripIgnoredCharacters(print(withVariables(real, names))),
      variables: variables.filter((name) => names.has(name)),
      nameOf,
    };
  }
}

function standInsIn(selections: readonly QueryPlanSelectionNode[], required: RequiredArguments): Set<string> {
  const found = new Set<string>();
  for (const selection of selections) {
    if (selection.kind === 'Field' && required.fields.has(selection.name)) found.add(selection.name);
    for (const name of standInsIn(selection.selections ?? [], required)) found.add(name);
  }
  return found;
}

function collide(names: ReadonlySet<string>, { fields }: RequiredArguments): boolean {
  return new Set([...names].map((name) => fields.get(name)?.name)).size < names.size;
}

interface Group {
  fields: Set<FieldNode>;
  needs: Set<string>;
}

function groups(document: DocumentNode, required: RequiredArguments): Group[] {
  const found: Group[] = [];
  for (const { type, field } of entityFields(document)) {
    const needs = required.requiredBy.get(`${type}.${field.name.value}`) ?? new Set<string>();
    const group = found.find((each) => !collide(new Set([...each.needs, ...needs]), required));
    if (group) {
      group.fields.add(field);
      for (const name of needs) group.needs.add(name);
    } else {
      found.push({ fields: new Set([field]), needs: new Set(needs) });
    }
  }
  return found;
}

function* entityFields(document: DocumentNode): Generator<{ type: string; field: FieldNode }> {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const root of definition.selectionSet.selections) {
      if (root.kind !== Kind.FIELD) continue;
      for (const fragment of root.selectionSet?.selections ?? []) {
        if (fragment.kind !== Kind.INLINE_FRAGMENT) continue;
        for (const field of fragment.selectionSet.selections) {
          if (field.kind === Kind.FIELD) yield { type: fragment.typeCondition?.name.value ?? '', field };
        }
      }
    }
  }
}

function onlyEntityFields(document: DocumentNode, fields: ReadonlySet<FieldNode>): DocumentNode {
  const all = new Set([...entityFields(document)].map(({ field }) => field));
  return visit(document, {
    Field: { enter: (field) => (all.has(field) && !fields.has(field) ? null : undefined) },
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
}

function variablesIn(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => void names.add(node.name.value),
  });
  return names;
}

function withVariables(document: DocumentNode, names: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    VariableDefinition: (node) => (names.has(node.variable.name.value) ? undefined : null),
  });
}

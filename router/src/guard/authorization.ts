/**
 * Which fields of an operation somebody may not see, by the rules that Apollo documents for its router: a field is denied to who
 * lacks what the field, its type, or the type that it is asked of requires. Whoever asks an interface for a field must meet what
 * every type behind it requires, since any of them may answer; with type conditions each type stands for itself.
 *
 * That `@requires` and `@fromContext` read nothing that their own field does not guard as well, composition has made sure of.
 */
import { baseType, type CompositeType, isCompositeType, type Schema } from '@apollo/federation-internals';
import type { Identity } from '@arcade/subgraph-kit/statement';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { LoadedSupergraph } from '../supergraph/load.ts';
import { compositeType, fieldOf, rootType, typeOf, withThoseBehind } from './elements.ts';
import { type Clause, type Guarded, holds, requirementsIn, toReturn } from './requirements.ts';

export interface Denied {
  /** Equal keys of one operation stand for equal fields; empty when nothing is denied. */
  key: string;
  /** Fields of the document, those in fragments included. What is below a denied field may or may not be among them. */
  fields: ReadonlySet<FieldNode>;
}

export interface Authorization {
  denied(identity: Identity): Denied;
}

const NOTHING: Denied = { key: '', fields: new Set() };

/** For a valid operation. @returns undefined when whoever asks may see all of it. */
export function prepareAuthorization(
  { supergraph: { schema } }: Pick<LoadedSupergraph, 'supergraph'>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Authorization | undefined {
  const required = requirementsIn(schema);
  if (!required) return undefined;
  /** Each clause once, with the fields that need it. */
  const needs = new Map<string, { clause: Clause; fields: Set<FieldNode> }>();
  for (const { field, parent } of fieldsOf(schema, document, operation)) {
    for (const clause of clausesOf(field, parent, required)) {
      const key = JSON.stringify(clause);
      const need = needs.get(key);
      if (need) need.fields.add(field);
      else needs.set(key, { clause, fields: new Set([field]) });
    }
  }
  if (needs.size === 0) return undefined;
  const all = [...needs.values()].map((need, index) => ({ ...need, index }));
  return {
    denied(identity) {
      const lacking = all.filter(({ clause }) => !holds(clause, identity));
      if (lacking.length === 0) return NOTHING;
      return {
        key: lacking.map(({ index }) => index).join(),
        fields: new Set(lacking.flatMap(({ fields }) => [...fields])),
      };
    },
  };
}

type Required = (element: Guarded) => readonly Clause[];

function clausesOf(field: FieldNode, parent: CompositeType, required: Required): readonly Clause[] {
  const name = field.name.value;
  if (name.startsWith('__')) return toReturn(parent, required);
  return withThoseBehind(parent).flatMap((type) => {
    const definition = fieldOf(type, name);
    const returned = baseType(typeOf(definition));
    return [
      ...required(type),
      ...required(definition),
      ...(isCompositeType(returned) && asksItself(field)
        ? withThoseBehind(returned).flatMap(required)
        : toReturn(returned, required)),
    ];
  });
}

/** Whether fields are asked of what this one returns, and not only of types behind it. */
const asksItself = ({ selectionSet }: FieldNode): boolean =>
  selectionSet?.selections.some(
    (selection) => selection.kind === Kind.FIELD && !selection.name.value.startsWith('__'),
  ) ?? false;

/** Every field of the operation once, those of fragments too, with the type that it is asked of. */
function fieldsOf(
  schema: Schema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): { field: FieldNode; parent: CompositeType }[] {
  const fields: { field: FieldNode; parent: CompositeType }[] = [];
  const waiting = [{ set: operation.selectionSet, parent: rootType(schema, operation) }];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { set, parent } = next;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        fields.push({ field: selection, parent });
        const name = selection.name.value;
        if (!selection.selectionSet || name.startsWith('__')) continue;
        const type = baseType(typeOf(fieldOf(parent, name)));
        waiting.push({ set: selection.selectionSet, parent: compositeType(schema, type.name) });
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const spread = isSpread ? fragments.get(selection.name.value) : selection;
      if (!spread) continue;
      // A fragment's fields are the same wherever it is spread.
      if (isSpread) fragments.delete(selection.name.value);
      const condition = spread.typeCondition;
      waiting.push({
        set: spread.selectionSet,
        parent: condition ? compositeType(schema, condition.name.value) : parent,
      });
    }
  }
  return fields;
}

/** Representations, written as JSON text at once: the text is both what is sent and what tells two of them apart. */
import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Value } from './merge.ts';
import { conditionOf, type IsOfType } from './rewrite.ts';

/** Undefined: something that the subgraph needs is not there, so it cannot be asked. */
export type WriteRepresentation = (object: Value) => string | undefined;

interface RepresentationField {
  /** Where the value is in our data. */
  key: string;
  /** The start of its JSON: `"name":`. */
  name: string;
  constant: string | undefined;
  below: WriteRepresentation | undefined;
}

export interface RepresentationOptions {
  isOfType: IsOfType;
  /** What a key of our data is called in the representation; undefined leaves it out. */
  nameOf(key: string): string | undefined;
}

export function representationWriter(
  requires: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  options: RepresentationOptions,
): WriteRepresentation {
  const write = objectWriter(requires, rewrites, options);
  const asked = new Map<unknown, boolean>();
  // A type of which nothing is required is not asked about.
  const isAsked = (typename: unknown): boolean => {
    const known = asked.get(typename);
    if (known !== undefined) return known;
    const is =
      typeof typename === 'string' &&
      fieldsFor(typename, requires, rewrites, options).some(({ key }) => key === '__typename');
    asked.set(typename, is);
    return is;
  };
  return (object) => (isAsked(object.__typename) ? write(object) : undefined);
}

function objectWriter(
  selections: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  options: RepresentationOptions,
): WriteRepresentation {
  const known = new Map<unknown, RepresentationField[]>();
  return (object) => {
    const typename = object.__typename;
    let fields = known.get(typename);
    if (!fields) {
      fields = fieldsFor(typeof typename === 'string' ? typename : undefined, selections, rewrites, options);
      known.set(typename, fields);
    }
    let text = '{';
    for (const { key, name, constant, below } of fields) {
      const value = object[key];
      if (value === undefined) return undefined;
      const written = constant ?? (below ? writeBelow(value, below) : JSON.stringify(value));
      if (written === undefined) return undefined;
      text += text.length === 1 ? name + written : `,${name}${written}`;
    }
    return `${text}}`;
  };
}

function writeBelow(value: unknown, write: WriteRepresentation): string | undefined {
  if (value === null) return 'null';
  if (!Array.isArray(value)) return typeof value === 'object' ? write(value as Value) : JSON.stringify(value);
  const written: string[] = [];
  for (const each of value) {
    const text = writeBelow(each, write);
    if (text === undefined) return undefined;
    written.push(text);
  }
  return `[${written.join(',')}]`;
}

function fieldsFor(
  typename: string | undefined,
  selections: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  options: RepresentationOptions,
): RepresentationField[] {
  const rules = rewrites.flatMap((rule): FetchDataRewrite[] => {
    const condition = conditionOf(rule.path[0] ?? '');
    if (condition === undefined) return [rule];
    const applies = typename === undefined || options.isOfType(typename, condition);
    return applies ? [{ ...rule, path: rule.path.slice(1) }] : [];
  });
  const merged = new Map<string, QueryPlanSelectionNode[] | undefined>();
  collect(selections);
  return [...merged].flatMap(([key, below]) => {
    let name = options.nameOf(key);
    let constant: string | undefined;
    for (const rule of rules) {
      if (rule.path.length !== 1 || rule.path[0] !== key) continue;
      if (rule.kind === 'ValueSetter') constant = JSON.stringify(rule.setValueTo);
      else name = rule.renameKeyTo;
    }
    if (name === undefined) return [];
    const inner = rules
      .filter((rule) => rule.path.length > 1 && rule.path[0] === key)
      .map((rule) => ({ ...rule, path: rule.path.slice(1) }));
    return {
      key,
      name: `${JSON.stringify(name)}:`,
      constant,
      below: below && objectWriter(below, inner, options),
    };
  });

  function collect(nodes: readonly QueryPlanSelectionNode[]): void {
    for (const node of nodes) {
      if (node.kind === 'Field') {
        const key = node.alias ?? node.name;
        merged.set(key, node.selections ? [...(merged.get(key) ?? []), ...node.selections] : undefined);
      } else if (
        node.typeCondition === undefined ||
        (typename !== undefined && options.isOfType(typename, node.typeCondition))
      ) {
        collect(node.selections);
      }
    }
  }
}

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

/** The text of a type's representations: what is the same for all of them is put together once. */
interface Template {
  values: readonly { before: string; key: string; below: WriteRepresentation | undefined }[];
  end: string;
  /** Keys that must be there although something else is written for them. */
  needed: readonly string[];
}

export interface RepresentationWriter {
  write: WriteRepresentation;
  /**
   * By which key alone representations of this type differ, if it is one: most entities are known by one id, and telling two of them
   * apart by that costs less than writing both.
   */
  keyOf(typename: unknown): string | undefined;
}

export interface RepresentationOptions {
  isOfType: IsOfType;
  /** What a key of our data is called in the representation; undefined leaves it out. */
  nameOf(key: string): string | undefined;
}

interface AskedType {
  /** A type of which nothing is required is not asked about. */
  isAsked: boolean;
  key: string | undefined;
}

export function representationWriter(
  requires: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  options: RepresentationOptions,
): RepresentationWriter {
  const write = objectWriter(requires, rewrites, options);
  const types = new Map<unknown, AskedType>();

  function typeOf(typename: unknown): AskedType {
    const known = types.get(typename);
    if (known) return known;
    const fields = typeof typename === 'string' ? fieldsFor(typename, requires, rewrites, options) : [];
    const [only, ...others] = fields.filter(({ key }) => key !== '__typename');
    const type = {
      isAsked: fields.some(({ key }) => key === '__typename'),
      key: others.length === 0 && only?.constant === undefined ? only?.key : undefined,
    };
    types.set(typename, type);
    return type;
  }

  return {
    write: (object) => (typeOf(object.__typename).isAsked ? write(object) : undefined),
    keyOf: (typename) => typeOf(typename).key,
  };
}

function objectWriter(
  selections: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[],
  options: RepresentationOptions,
): WriteRepresentation {
  const known = new Map<unknown, Template>();
  return (object) => {
    const typename = object.__typename;
    let template = known.get(typename);
    if (!template) {
      const name = typeof typename === 'string' ? typename : undefined;
      template = templateOf(name, fieldsFor(name, selections, rewrites, options));
      known.set(typename, template);
    }
    for (const key of template.needed) if (object[key] === undefined) return undefined;
    let text = '';
    for (const { before, key, below } of template.values) {
      const value = object[key];
      if (value === undefined) return undefined;
      const written = below ? writeBelow(value, below) : JSON.stringify(value);
      if (written === undefined) return undefined;
      text += before + written;
    }
    return text + template.end;
  };
}

function templateOf(typename: string | undefined, fields: readonly RepresentationField[]): Template {
  const values: Template['values'][number][] = [];
  let before = '{';
  let separator = '';
  for (const { key, name, constant, below } of fields) {
    before += separator + name;
    separator = ',';
    const same = key === '__typename' && typename !== undefined ? JSON.stringify(typename) : undefined;
    const written = constant ?? same;
    if (written !== undefined) {
      before += written;
      continue;
    }
    values.push({ before, key, below });
    before = '';
  }
  const needed = fields.filter(({ constant }) => constant !== undefined).map(({ key }) => key);
  return { values, end: `${before}}`, needed };
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

/**
 * The planner's data rewrites: keys that it renamed so that two selections fit into one fetch, and type names that a subgraph
 * knows as an `@interfaceObject`.
 */
import type { FetchDataRewrite } from '@apollo/query-planner';
import type { Value } from './merge.ts';

/** Whether an object of the first type is one of the second. */
export type IsOfType = (typename: string, type: string) => boolean;

const CONDITION = '... on ';

export const conditionOf = (element: string): string | undefined =>
  element.startsWith(CONDITION) ? element.slice(CONDITION.length) : undefined;

/** Writes into `value`, which must be the request's own along `path`. */
export function rewrite(value: unknown, rule: FetchDataRewrite, isOfType: IsOfType, depth = 0): void {
  if (Array.isArray(value)) {
    for (const each of value) rewrite(each, rule, isOfType, depth);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const object = value as Value;
  const element = rule.path[depth];
  if (element === undefined) return;
  const condition = conditionOf(element);
  if (condition !== undefined) {
    const typename = object.__typename;
    if (typeof typename !== 'string' || isOfType(typename, condition)) {
      rewrite(object, rule, isOfType, depth + 1);
    }
  } else if (depth < rule.path.length - 1) {
    rewrite(object[element], rule, isOfType, depth + 1);
  } else if (rule.kind === 'ValueSetter') {
    object[element] = rule.setValueTo;
  } else if (object[element] !== undefined) {
    object[rule.renameKeyTo] = object[element];
    delete object[element];
  }
}

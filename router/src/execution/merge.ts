/**
 * Putting answers together. Answers are shared between requests and never written to: an object that a later fetch adds to is
 * copied first, along the paths that the plan names, and everything else stays where it is.
 */

import type { IsOfType } from './rewrite.ts';

export type Value = Record<string, unknown>;

/** Keys below which something is added later, each with what is below it. Lists have no level of their own. */
export type OwnedPaths = ReadonlyMap<string, OwnedPaths>;

export const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value, with its own copy of every object on these paths. */
export function owned(value: unknown, paths: OwnedPaths): unknown {
  if (Array.isArray(value)) return value.map((each) => owned(each, paths));
  if (!isObject(value)) return value;
  const copy = { ...value };
  for (const [key, below] of paths) {
    const inner = copy[key];
    if (typeof inner === 'object' && inner !== null) copy[key] = owned(inner, below);
  }
  return copy;
}

const NOTHING: OwnedPaths = new Map();

/**
 * Writes to each target, and to what is below it only along `owned`: there a fetch that is under way has hold of the objects, and
 * they have to stay the same. The name of an `@interfaceObject`'s interface does not replace the name of the object's own type.
 */
export function mergeInto(
  targets: readonly Value[],
  source: Value,
  owned: OwnedPaths,
  isOfType: IsOfType,
): void {
  const keys = Object.keys(source);
  for (const target of targets) {
    for (const key of keys) {
      const more = source[key];
      const there = target[key];
      if (there === undefined || there === more) target[key] = more;
      else if (typeof there === 'object' && there !== null) {
        target[key] = merged(there, more, owned.get(key), isOfType);
      } else if (key !== '__typename' || !isOfType(String(there), String(more))) target[key] = more;
    }
  }
}

/** @param owned undefined: what is there is not this request's own */
function merged(there: object, more: unknown, owned: OwnedPaths | undefined, isOfType: IsOfType): unknown {
  if (Array.isArray(there)) {
    if (!Array.isArray(more) || more.length !== there.length) return more;
    const list: unknown[] = owned ? there : [...there];
    for (const [index, each] of list.entries()) {
      const added: unknown = more[index];
      list[index] =
        typeof each === 'object' && each !== null && each !== added
          ? merged(each, added, owned, isOfType)
          : added;
    }
    return list;
  }
  if (!isObject(more)) return more;
  const object = owned ? (there as Value) : { ...there };
  mergeInto([object], more, owned ?? NOTHING, isOfType);
  return object;
}

/**
 * The objects at a path, each once, through however many lists.
 * @param once from which depth on the same object may stand in several places: below what entities were added to
 */
export function objectsAt(root: Value, path: readonly string[], once: number): readonly Value[] {
  let level: Value[] = [root];
  for (const [depth, key] of path.entries()) {
    const next: Value[] = [];
    for (const each of level) addObjects(each[key], next);
    level = depth >= once && next.length > 1 ? [...new Set(next)] : next;
  }
  return level;
}

function addObjects(value: unknown, into: Value[]): void {
  if (Array.isArray(value)) {
    for (const each of value) addObjects(each, into);
  } else if (typeof value === 'object' && value !== null) {
    into.push(value as Value);
  }
}

export type Path = (string | number)[];

/** Every place in the answer that the path leads to, with the object there. */
export function* placesAt(
  value: unknown,
  path: readonly string[],
  at: Path = [],
): Generator<{ path: Path; object: Value }> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* placesAt(each, path, [...at, index]);
  } else if (isObject(value)) {
    const [key, ...rest] = path;
    if (key === undefined) yield { path: at, object: value };
    else yield* placesAt(value[key], rest, [...at, key]);
  }
}

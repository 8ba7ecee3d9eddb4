/** Names that a selection set has already given, so that a new one merges with them (the validation rule of that name). */
export interface Named {
  parent: string;
  /** Two object types exclude one another: their fields may differ under one name, if they are of one type. */
  exclusive: boolean;
  field: string;
  args: string;
  type: string;
}

export type Scope = Map<string, { entries: Named[]; below: Scope }>;

const agree = (a: Named, b: Named): boolean =>
  a.type === b.type &&
  ((a.field === b.field && a.args === b.args) || (a.exclusive && b.exclusive && a.parent !== b.parent));

export const fits = (scope: Scope, name: string, entry: Named): boolean =>
  (scope.get(name)?.entries ?? []).every((other) => agree(other, entry));

/** Enters the name and returns the scope below it. */
export function scopeOf(scope: Scope, name: string, entry: Named): Scope {
  const found: { entries: Named[]; below: Scope } = scope.get(name) ?? { entries: [], below: new Map() };
  found.entries.push(entry);
  scope.set(name, found);
  return found.below;
}

const canMerge = (scope: Scope, other: Scope): boolean =>
  [...other].every(([name, { entries, below }]) => {
    const found = scope.get(name);
    return !found || (entries.every((entry) => fits(scope, name, entry)) && canMerge(found.below, below));
  });

function merge(scope: Scope, other: Scope): void {
  for (const [name, { entries, below }] of other) {
    for (const entry of entries) merge(scopeOf(scope, name, entry), below);
  }
}

/** Enters all names of the other, unless one of them does not merge. */
export function mergeScopes(scope: Scope, other: Scope): boolean {
  if (!canMerge(scope, other)) return false;
  merge(scope, other);
  return true;
}

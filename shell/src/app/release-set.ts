// Which release of each micro-frontend this page view is made of. Decided on the server, written into the HTML, used until the
// page is left. It holds what the browser needs to find and check files, and to match addresses.
import { parse } from 'regexparam';

/** A file of a release and its integrity value. */
export type ReleaseFile = readonly [path: string, integrity: string];

export interface UnitRelease {
  readonly version: string;
  readonly container: string;
  /** Where its files are instead of below /releases: a micro-frontend on a developer's machine. */
  readonly origin?: string;
  readonly entry: ReleaseFile;
  /** Page name → path pattern below the locale. */
  readonly pages: Readonly<Record<string, string>>;
  /** Names of the slots that it offers. */
  readonly slots: readonly string[];
  /** Page or slot name → the files that it needs besides the entry. */
  readonly files: Readonly<
    Record<string, { readonly js: readonly ReleaseFile[]; readonly css: readonly ReleaseFile[] }>
  >;
  /** Scripts that its code loads later by itself. */
  readonly later?: readonly ReleaseFile[];
}

export interface ReleaseSet {
  /** By unit: `mfe-order`. */
  readonly units: Readonly<Record<string, UnitRelease>>;
}

/** A page or a slot of a unit. */
export interface Exposed {
  readonly unit: string;
  readonly name: string;
}

export interface MatchedPage extends Exposed {
  readonly params: Readonly<Record<string, string>>;
}

export function fileUrl(unit: string, release: UnitRelease, path: string): string {
  const { origin = `/releases/${unit}/${release.version}` } = release;
  return `${origin}/${path}`;
}

/** As forms name it. */
export function releaseName(set: ReleaseSet, unit: string): string | null {
  const release = set.units[unit];
  return release ? `${unit}@${release.version}` : null;
}

export function findSlot(set: ReleaseSet, name: string): Exposed | undefined {
  for (const [unit, release] of Object.entries(set.units)) {
    if (release.slots.includes(name)) return { unit, name };
  }
  return undefined;
}

/** The page at this path below the locale. A literal path wins over one with parameters. */
export function matchPage(set: ReleaseSet, path: string): MatchedPage | undefined {
  const routes = Object.entries(set.units)
    .flatMap(([unit, { pages }]) => Object.entries(pages).map(([name, pattern]) => ({ unit, name, pattern })))
    .sort((a, b) => wildcards(a.pattern) - wildcards(b.pattern));
  for (const { unit, name, pattern } of routes) {
    const { keys, pattern: expression } = parse(pattern);
    const found = expression.exec(path);
    const params = found && decodeAll(keys, found.slice(1));
    if (params) return { unit, name, params };
  }
  return undefined;
}

function wildcards(pattern: string): number {
  return pattern.split(/[:*]/).length;
}

/** Undefined for what is not valid percent-encoding: such an address has no page. */
function decodeAll(
  keys: readonly string[],
  values: readonly (string | undefined)[],
): Record<string, string> | undefined {
  try {
    return Object.fromEntries(keys.map((key, index) => [key, decodeURIComponent(values[index] ?? '')]));
  } catch {
    return undefined;
  }
}

// What one release has that another of its unit has not.
import type { Manifest } from '@arcade/mfe-kit/manifest';

export interface Differences {
  from: string;
  to: string;
  /** By name, such as `Cart`; a changed text is one removed and one added. */
  operations: Change;
  /** Name and path. */
  pages: Change;
  /** Slots that it offers, and those that its pages name: with their shapes. */
  slots: Change;
  uses: Change;
  actions: Change;
  /** Name and required range. */
  shared: Change;
  /** What a browser loads for all of it, bytes after brotli. */
  weight: { from: number; to: number };
}

export interface Change {
  added: string[];
  removed: string[];
}

export function differences(from: Manifest, to: Manifest): Differences {
  const between = (read: (manifest: Manifest) => string[]): Change => compare(read(from), read(to));
  return {
    from: from.version,
    to: to.version,
    operations: byText(from.operations, to.operations),
    pages: between(({ pages }) => Object.entries(pages).map(([name, { path }]) => `${name} ${path}`)),
    slots: between(({ slots }) => Object.entries(slots).map(shapeOf)),
    uses: between(({ uses }) => Object.entries(uses).map(shapeOf)),
    actions: between(({ actions }) => actions?.names ?? []),
    shared: between(({ shared }) =>
      Object.entries(shared).map(([name, { requiredVersion }]) => `${name} ${requiredVersion}`),
    ),
    weight: { from: weight(from), to: weight(to) },
  };
}

function compare(from: string[], to: string[]): Change {
  const without = (all: string[], known: string[]) => all.filter((one) => !known.includes(one)).toSorted();
  return { added: without(to, from), removed: without(from, to) };
}

function byText(from: Manifest['operations'], to: Manifest['operations']): Change {
  const { added, removed } = compare(Object.keys(from), Object.keys(to));
  const names = (hashes: string[], texts: Manifest['operations']) =>
    hashes.map((hash) => `${nameOf(texts[hash] ?? '')} ${hash.slice(0, 12)}`).toSorted();
  return { added: names(added, to), removed: names(removed, from) };
}

const nameOf = (text: string) => /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1] ?? 'unnamed';

function shapeOf([name, { input, output }]: [string, { input: unknown; output?: unknown }]): string {
  return `${name} ${JSON.stringify(input)}${output === undefined ? '' : ` → ${JSON.stringify(output)}`}`;
}

const weight = ({ files }: Manifest) =>
  Object.entries(files).reduce(
    (sum, [name, { brotliSize }]) => sum + (/^client\/.*\.(js|css)$/.test(name) ? brotliSize : 0),
    0,
  );

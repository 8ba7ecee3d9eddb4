// What one release has that another of its unit has not.
import type { Manifest } from '@arcade/mfe-kit/manifest';
import { Kind, parse, print, visit } from 'graphql';
import { filesOf, isMicroFrontend, isSubgraph, operationsOf, type ReleaseManifest } from './manifests.ts';

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
  /** Name and required range; of a shell the version that it provides. */
  shared: Change;
  /** What a subgraph's types have: `Product.name: String!`. */
  schema: Change;
  /** What a browser loads for all of it, bytes after brotli. */
  weight: { from: number; to: number };
}

export interface Change {
  added: string[];
  removed: string[];
}

export function differences(from: ReleaseManifest, to: ReleaseManifest): Differences {
  const between = (read: (manifest: ReleaseManifest) => string[]): Change => compare(read(from), read(to));
  const ofMicroFrontend = (read: (manifest: Manifest) => string[]): Change =>
    between((manifest) => (isMicroFrontend(manifest) ? read(manifest) : []));
  return {
    from: from.version,
    to: to.version,
    operations: byText(operationsOf(from), operationsOf(to)),
    pages: ofMicroFrontend(({ pages }) => Object.entries(pages).map(([name, { path }]) => `${name} ${path}`)),
    slots: ofMicroFrontend(({ slots }) => Object.entries(slots).map(shapeOf)),
    uses: between((manifest) => (isSubgraph(manifest) ? [] : Object.entries(manifest.uses).map(shapeOf))),
    actions: ofMicroFrontend(({ actions }) => actions?.names ?? []),
    shared: between((manifest) =>
      isSubgraph(manifest)
        ? []
        : Object.entries(manifest.shared).map(
            ([name, module]) => `${name} ${typeof module === 'string' ? module : module.requiredVersion}`,
          ),
    ),
    schema: between((manifest) => (isSubgraph(manifest) ? membersOf(manifest.schema) : [])),
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

const weight = (manifest: ReleaseManifest) =>
  Object.entries(filesOf(manifest)).reduce(
    (sum, [name, { brotliSize }]) => sum + (/^client\/.*\.(js|css)$/.test(name) ? brotliSize : 0),
    0,
  );

/** Without descriptions; a field whose type or directives have changed is one removed and one added. */
function membersOf(schema: string): string[] {
  const bare = visit(parse(schema), {
    enter(node) {
      if (!('description' in node) || !node.description) return undefined;
      const { description: _, ...rest } = node;
      return rest;
    },
  });
  return bare.definitions.flatMap((definition) => {
    if (!('name' in definition) || !definition.name) return [];
    const type = definition.name.value;
    if ('fields' in definition && definition.fields) {
      return definition.fields.map((field) => `${type}.${print(field)}`);
    }
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_EXTENSION) {
      return (definition.values ?? []).map(({ name }) => `${type}.${name.value}`);
    }
    return [`${type}: ${print(definition)}`];
  });
}

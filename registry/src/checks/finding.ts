// What a check says, and all that it may look at. Checks are pure: the same code answers `arcade check` on a laptop, in CI and
// at the registry's gate.
import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { GraphQLSchema } from 'graphql';

export interface Finding {
  readonly check: 'operations' | 'schema' | 'routes' | 'slots' | 'shared' | 'weight' | 'files';
  /** A refused release gets no traffic; a warned one may. */
  readonly severity: 'refusal' | 'warning';
  /** The release that was checked. */
  readonly unit: string;
  readonly release: string;
  readonly operation?: string;
  /** A schema coordinate: `Product.material`, `Product.name(locale:)`, `Currency.USD`. */
  readonly field?: string;
  /** Where `line` is: a file of the release. Without it, the text of the operation or the subgraph's schema. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Other releases that it breaks, or that have to do with it. */
  readonly affects?: readonly Affected[];
}

export interface Affected {
  readonly unit: string;
  readonly release: string;
  /** In percent of visitors; 0: it could come back by a rollback. */
  readonly traffic: number;
}

/** The shell is no micro-frontend: it provides shared modules instead of requiring them, and has no files here. */
export interface ShellRelease {
  readonly version: string;
  /** By request (`react`, `@arcade/ui/button`): the version that it provides. */
  readonly shared: Readonly<Record<string, string>>;
  /** The slots that its layout names. */
  readonly uses: Manifest['uses'];
  /** What it asks the graph for itself: SHA-256 → text. */
  readonly operations?: Manifest['operations'];
}

export interface LiveRelease {
  readonly manifest: Manifest;
  /** In percent of visitors. */
  readonly traffic: number;
}

export interface Budget {
  /** What the browser loads for one page or slot of the unit, container entry included; KiB, brotli. */
  readonly entryKb: number;
  /** Growth against the release before that is worth a warning, when it is more than `growthKb` too. */
  readonly growthPercent: number;
  readonly growthKb: number;
}

/** The heaviest of the shop's own is 13 KiB. */
export const defaultBudget: Budget = { entryKb: 25, growthPercent: 10, growthKb: 1 };

export interface World {
  /** API schemas: what clients may ask. */
  readonly supergraphs: readonly { readonly name: 'live' | 'candidate'; readonly schema: GraphQLSchema }[];
  /** Every release that gets traffic. */
  readonly live: readonly LiveRelease[];
  /** What a rollback could bring back: the last stable releases of each unit. */
  readonly recallable: readonly Manifest[];
  readonly recallableShells: readonly ShellRelease[];
  /** Release sets that visitors get: unit → version. With k candidates there are at most k + 1. */
  readonly combinations: readonly Readonly<Record<string, string>>[];
  /** Undefined: none was released here, so nothing is known of it. */
  readonly shell?: ShellRelease | undefined;
  /** Subgraph name (`catalog`) → the schema that is live, in SDL. */
  readonly subgraphSchemas: Readonly<Record<string, string>>;
  readonly budget: Budget;
}

export const isRefused = (findings: readonly Finding[]) =>
  findings.some(({ severity }) => severity === 'refusal');

/** `mfe-order 1.4.0 (10 % of visitors)` */
export function named({ unit, release, traffic }: Affected): string {
  const share = traffic > 0 ? `${traffic} % of visitors` : 'no traffic, but a rollback could bring it back';
  return `${unit} ${release} (${share})`;
}

// The graph of the subgraphs that are live: what routers serve, and what releases are checked against.
import { type Composed, composeSubgraphs, type Subgraph } from './checks/compose.ts';
import { subgraphName } from './checks/schema.ts';
import { isSubgraph } from './manifests.ts';
import { manifestOfRelease, type Store, type Units } from './store.ts';

export interface LiveGraph {
  readonly subgraphs: readonly Subgraph[];
  /** Undefined: no subgraph is live, or they were forced and do not compose. */
  readonly composed: Composed | undefined;
  /** Why there is none. */
  readonly problem: string | undefined;
}

export type LiveGraphOf = (units: Units) => LiveGraph;

/** Composing takes a tenth of a second, so what was composed last is remembered. */
export function liveGraph(store: Store): LiveGraphOf {
  let last: { key: string; graph: LiveGraph } | undefined;
  return (units) => {
    const versions = [...units]
      .filter(([unit]) => unit.startsWith('subgraphs/'))
      .map(([unit, { stable }]) => ({ unit, version: stable }))
      .toSorted((a, b) => a.unit.localeCompare(b.unit));
    const key = JSON.stringify(versions);
    if (last?.key !== key) {
      const graph = compose(versions.map(({ unit, version }) => subgraphOf(store, unit, version)));
      last = { key, graph };
    }
    return last.graph;
  };
}

function subgraphOf(store: Store, unit: string, version: string): Subgraph {
  const release = store.release(unit, version);
  const manifest = release && manifestOfRelease(release);
  if (!manifest || !isSubgraph(manifest)) throw new Error(`${unit} ${version} is live and is not here.`);
  return { name: subgraphName(unit), url: manifest.url, sdl: manifest.schema };
}

function compose(subgraphs: readonly Subgraph[]): LiveGraph {
  if (subgraphs.length === 0) {
    const problem = 'No subgraph is live: arcade release subgraphs/<name> --traffic 100.';
    return { subgraphs, composed: undefined, problem };
  }
  const composed = composeSubgraphs(subgraphs);
  if ('schema' in composed) return { subgraphs, composed, problem: undefined };
  const errors = composed.map(({ message }) => message).join(' ');
  return { subgraphs, composed: undefined, problem: `The live subgraphs do not compose. ${errors}` };
}

/** What a subgraph could not say, at each place of the answer where the client sees that something is missing. */
import type { SubgraphAnswer, SubgraphError, SubgraphFailure } from '../subgraphs/client.ts';
import { type Path, placesAt, type Value } from './merge.ts';
import type { Run } from './run.ts';
import type { FetchStep } from './steps.ts';

export interface ExecutionError {
  message: string;
  path?: Path;
  extensions: Record<string, unknown>;
  /** How much of the path there is in what the subgraph answered: everything below is missing because of this error. */
  reaches: number;
}

/** An error is told at this many places at most: a failed entity may stand in thousands. */
const MAX_PLACES = 100;

/** The whole fetch failed: told once, where its data would have been. */
export function addFailure(step: FetchStep, { message, code, subgraph }: SubgraphFailure, run: Run): void {
  const path = clientPath(step.errorPath, step, run);
  run.errors.push({
    message,
    ...(path.length > 0 && { path }),
    extensions: { code, serviceName: subgraph },
    reaches: path.length,
  });
}

/** An error of a subgraph, at each place where the client sees what failed. */
export function addError(
  step: FetchStep,
  error: SubgraphError,
  data: SubgraphAnswer['data'],
  entities: readonly { objects: readonly Value[] }[],
  run: Run,
): void {
  const add = (path: readonly (string | number)[], missing = 0) => {
    const told = clientPath(path, step, run);
    run.errors.push({
      message: error.message,
      ...(told.length > 0 && { path: told }),
      extensions: { ...error.extensions, serviceName: step.subgraph },
      reaches: Math.min(told.length, path.length - missing),
    });
  };
  const path = error.path ?? [];
  const missing = path.length - depthOf(data, path);
  const [field, index] = path;
  const isEntity = step.representation && field === '_entities' && typeof index === 'number';
  if (!isEntity && step.path.length === 0) {
    add(path, missing);
    return;
  }
  const objects = isEntity ? new Set(entities[index]?.objects) : undefined;
  const below = isEntity ? path.slice(2) : step.representation ? [] : path;
  let places = 0;
  for (const place of placesAt(run.data, step.path)) {
    if (objects && !objects.has(place.object)) continue;
    add([...place.path, ...below], Math.min(missing, below.length));
    places++;
    // Without an index it is about the whole fetch.
    if (!isEntity || places === MAX_PLACES) return;
  }
  if (places === 0) add(step.errorPath);
}

/** How many elements of the path are in the data, the one that is null included. */
function depthOf(data: unknown, path: readonly (string | number)[]): number {
  let value = data;
  let depth = 0;
  for (const element of path) {
    if (typeof value !== 'object' || value === null) break;
    value = (value as Record<string | number, unknown>)[element];
    depth++;
  }
  return depth;
}

/** As the client named things; where something was asked that the client did not ask for, the place above it. */
function clientPath(path: readonly (string | number)[], { renamed }: FetchStep, { keys }: Run): Path {
  const told: Path = [];
  for (const element of path) {
    const key = typeof element === 'string' ? (renamed.get(element) ?? element) : element;
    const asked = typeof key === 'string' && keys.has(key) ? keys.get(key) : key;
    if (asked === undefined) break;
    told.push(asked);
  }
  return told;
}

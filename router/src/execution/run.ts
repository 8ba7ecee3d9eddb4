/** Runs a compiled plan: asks the subgraphs, puts their answers together, and says what failed at which place of the answer. */
import type { Identity } from '@arcade/subgraph-kit/statement';
import {
  type CachePolicy,
  type SubgraphAnswer,
  type SubgraphClient,
  type SubgraphError,
  SubgraphFailure,
} from '../subgraphs/client.ts';
import type { EntityCache } from '../subgraphs/entity-cache.ts';
import { isObject, mergeInto, objectsAt, owned, type Path, placesAt, type Value } from './merge.ts';
import type { WriteRepresentation } from './representation.ts';
import { type IsOfType, rewrite } from './rewrite.ts';
import type { FetchStep, Step } from './steps.ts';

export interface ExecutionError {
  message: string;
  path?: Path;
  extensions: Record<string, unknown>;
  /** How much of the path there is in what the subgraph answered: everything below is missing because of this error. */
  reaches: number;
}

export interface Run {
  data: Value;
  errors: ExecutionError[];
  /** One for each answer that went in; undefined must not be kept. */
  policies: (CachePolicy | undefined)[];
  /** As the client sent them, to be sent on. */
  variables: Readonly<Record<string, unknown>>;
  /** As the schema understands them. */
  values: Readonly<Record<string, unknown>>;
  identity: Identity;
  deadline: number;
  signal: AbortSignal | undefined;
  subgraphs: ReadonlyMap<string, SubgraphClient>;
  cache: EntityCache | undefined;
  /** Entities that this request was told, where another fetch asks for the same, by fetch and representation. */
  known: Map<string, unknown>;
  /** The same, while they are being asked for. */
  asking: Map<string, Promise<void>>;
  isOfType: IsOfType;
  /** Keys of the data that are not the client's, with the client's; undefined: the client asked for nothing of it. */
  keys: ReadonlyMap<string, string | undefined>;
}

/** An error is told at this many places at most: a failed entity may stand in thousands. */
const MAX_PLACES = 100;

export async function runStep(step: Step, run: Run): Promise<void> {
  switch (step.kind) {
    case 'serial':
      for (const each of step.steps) await runStep(each, run);
      return;
    case 'parallel':
      await Promise.all(step.steps.map((each) => runStep(each, run)));
      return;
    case 'fetch':
      return step.representation ? fetchEntities(step, step.representation, run) : fetchFields(step, run);
  }
}

async function fetchFields(step: FetchStep, run: Run): Promise<void> {
  const targets = step.path.length === 0 ? [run.data] : objectsAt(run.data, step.path, step.once);
  if (targets.length === 0) return;
  const body = requestBody(step, run, undefined);
  const key = `${step.subgraph} ${body}`;
  const kept = step.operation === 'query' ? run.cache?.get(key) : undefined;
  if (kept) {
    run.policies.push({ maxAge: kept.maxAge, scope: 'public' });
    addData(step, targets, kept.value as Value, true, run);
    return;
  }
  const answer = await ask(step, body, run);
  if (!answer?.data) return;
  addData(step, targets, answer.data, answer.shared || isKept(answer, run), run);
  if (step.operation === 'query' && isKept(answer, run)) {
    run.cache?.set(key, answer.data, answer.bytes, answer.cache);
  }
}

/** Adds what an event of a subscription holds. */
export function addEvent(step: FetchStep, { data }: SubgraphAnswer, run: Run): void {
  if (data) addData(step, [run.data], data, true, run);
}

interface Asked {
  text: string;
  objects: Value[];
}

/** Each representation is asked for once, however often it occurs. */
async function fetchEntities(step: FetchStep, write: WriteRepresentation, run: Run): Promise<void> {
  const wanted = new Map<string, Asked>();
  for (const object of objectsAt(run.data, step.path, step.once)) {
    const text = write(object);
    if (text === undefined) continue;
    const same = wanted.get(text);
    if (same) same.objects.push(object);
    else wanted.set(text, { text, objects: [object] });
  }
  // What it is asked with may change the answer.
  const key = step.variables.length === 0 ? step.key : `${step.key} ${requestBody(step, run, [])}`;
  const unknown = addKnown(step, wanted.values(), key, run);
  if (!step.repeats) return askEntities(step, unknown, key, run);

  const asked: Asked[] = [];
  const awaited: Asked[] = [];
  for (const each of unknown) (run.asking.has(`${key} ${each.text}`) ? awaited : asked).push(each);
  const asking = askEntities(step, asked, key, run);
  for (const { text } of asked) run.asking.set(`${key} ${text}`, asking);
  await Promise.all([asking, ...new Set(awaited.map(({ text }) => run.asking.get(`${key} ${text}`)))]);
  // What the other fetch was not told either is asked for here, so that this place has an error of its own.
  await askEntities(step, addKnown(step, awaited, key, run), key, run);
}

/** Adds what this request was told before, and what is kept for all. @returns what has to be asked for */
function addKnown(step: FetchStep, wanted: Iterable<Asked>, key: string, run: Run): Asked[] {
  const known = step.repeats && run.known.size > 0 ? run.known : undefined;
  const cache = run.cache?.isEmpty === false ? run.cache : undefined;
  if (!known && !cache) return [...wanted];
  const unknown: Asked[] = [];
  for (const each of wanted) {
    const place = `${key} ${each.text}`;
    const kept = known?.has(place) ? undefined : cache?.get(place);
    if (kept) run.policies.push({ maxAge: kept.maxAge, scope: 'public' });
    const entity = kept ? kept.value : known?.get(place);
    if (isObject(entity)) addData(step, each.objects, entity, true, run);
    else if (entity === undefined) unknown.push(each);
  }
  return unknown;
}

async function askEntities(step: FetchStep, asked: readonly Asked[], key: string, run: Run): Promise<void> {
  if (asked.length === 0) return;
  const texts = asked.map(({ text }) => text);
  const answer = await ask(step, requestBody(step, run, texts), run, asked);
  if (!answer?.data) return;
  const entities = answer.data._entities;
  if (!Array.isArray(entities) || entities.length !== asked.length) {
    if (answer.errors.length === 0) {
      const message = `${step.subgraph} did not answer with one entity for each that was asked for.`;
      addFailure(step, new SubgraphFailure(step.subgraph, 'SUBGRAPH_INVALID_RESPONSE', message), run);
    }
    return;
  }
  const keep = isKept(answer, run);
  const known = step.repeats && answer.errors.length === 0 ? run.known : undefined;
  const isShared = answer.shared || keep || known !== undefined;
  const bytes = Math.ceil(answer.bytes / asked.length);
  for (const [index, { text, objects }] of asked.entries()) {
    const entity: unknown = entities[index];
    if (isObject(entity)) addData(step, objects, entity, isShared, run);
    if (keep) run.cache?.set(`${key} ${text}`, entity, bytes, answer.cache);
    known?.set(`${key} ${text}`, entity);
  }
}

const isKept = ({ cache }: SubgraphAnswer, run: Run): boolean =>
  run.cache !== undefined && cache?.scope === 'public';

function addData(step: FetchStep, targets: readonly Value[], data: Value, isShared: boolean, run: Run): void {
  mergeInto(targets, ownedData(step, data, isShared, run), step.owned, run.isOfType);
}

/** @returns data that this request may write to, where it or a later fetch does */
function ownedData(step: FetchStep, data: Value, isShared: boolean, { isOfType }: Run): Value {
  let ours = data;
  if (step.rewrites.length > 0) {
    if (isShared) ours = owned(ours, step.rewritten) as Value;
    for (const rule of step.rewrites) rewrite(ours, rule, isOfType);
  }
  return isShared && step.owned.size > 0 ? (owned(ours, step.owned) as Value) : ours;
}

function requestBody(step: FetchStep, { variables }: Run, representations: string[] | undefined): string {
  let body = step.head;
  let separator = '';
  for (const name of step.variables) {
    const value = variables[name];
    if (value === undefined) continue;
    body += `${separator}${JSON.stringify(name)}:${JSON.stringify(value)}`;
    separator = ',';
  }
  if (representations) body += `${separator}"representations":[${representations.join(',')}]`;
  return `${body}}}`;
}

export const subscriptionBody = (step: FetchStep, run: Run): string => requestBody(step, run, undefined);

async function ask(
  step: FetchStep,
  body: string,
  run: Run,
  entities: readonly { objects: readonly Value[] }[] = [],
): Promise<SubgraphAnswer | undefined> {
  const { identity, deadline, signal, subgraphs } = run;
  const { operation } = step;
  try {
    const client = subgraphs.get(step.subgraph);
    if (!client) throw new Error(`the plan asks "${step.subgraph}", which the supergraph does not name`);
    const answer = await client.ask({ body, operation, identity, deadline, signal });
    run.policies.push(answer.errors.length > 0 ? undefined : answer.cache);
    for (const error of answer.errors) addError(step, error, answer.data, entities, run);
    return answer;
  } catch (error) {
    if (!(error instanceof SubgraphFailure)) throw error;
    run.policies.push(undefined);
    addFailure(step, error, run);
    return undefined;
  }
}

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

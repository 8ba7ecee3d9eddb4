/** Runs a compiled plan: asks the subgraphs and puts their answers together. */
import type { Identity } from '@arcade/subgraph-kit/statement';
import {
  type CachePolicy,
  type SubgraphAnswer,
  type SubgraphClient,
  SubgraphFailure,
} from '../subgraphs/client.ts';
import type { EntityCache } from '../subgraphs/entity-cache.ts';
import { isObject, mergeInto, objectsAt, owned, type Value } from './merge.ts';
import type { RepresentationWriter } from './representation.ts';
import { type IsOfType, rewrite } from './rewrite.ts';
import type { FetchStep, Step } from './steps.ts';
import { addError, addFailure, type ExecutionError } from './subgraph-errors.ts';

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
  /** By fetch. */
  told: Map<string, Told>;
  isOfType: IsOfType;
  /** Keys of the data that are not the client's, with the client's; undefined: the client asked for nothing of it. */
  keys: ReadonlyMap<string, string | undefined>;
}

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

/** What a request was told, and asks just now, by fetches that ask the same; by representation. */
export interface Told {
  entities: Map<string, unknown>;
  asking: Map<string, Promise<void>>;
}

async function fetchEntities(step: FetchStep, writer: RepresentationWriter, run: Run): Promise<void> {
  const wanted = wantedAt(objectsAt(run.data, step.path, step.once), writer);
  // What it is asked with may change the answer.
  const key = step.variables.length === 0 ? step.key : `${step.key} ${requestBody(step, run, [])}`;
  const told = step.repeats ? toldBy(key, run) : undefined;
  const unknown = addKnown(step, wanted, key, told, run);
  if (!told) return askEntities(step, unknown, key, told, run);

  const asked: Asked[] = [];
  const awaited: Asked[] = [];
  for (const each of unknown) (told.asking.has(each.text) ? awaited : asked).push(each);
  const asking = askEntities(step, asked, key, told, run);
  for (const { text } of asked) told.asking.set(text, asking);
  await Promise.all([asking, ...new Set(awaited.map(({ text }) => told.asking.get(text)))]);
  // What the other fetch was not told either is asked for here, so that this place has an error of its own.
  await askEntities(step, addKnown(step, awaited, key, told, run), key, told, run);
}

/** Each representation once, however often it occurs. */
function wantedAt(objects: readonly Value[], { write, keyOf }: RepresentationWriter): Asked[] {
  const wanted: Asked[] = [];
  const byValue = new Map<unknown, Asked>();
  const byText = new Map<string, Asked>();
  for (const object of objects) {
    const key = keyOf(object.__typename);
    const value = key === undefined ? undefined : object[key];
    const alike = value === undefined ? undefined : byValue.get(value);
    if (alike && alike.objects[0]?.__typename === object.__typename) {
      alike.objects.push(object);
      continue;
    }
    const text = write(object);
    if (text === undefined) continue;
    const isNew = value !== undefined && !alike;
    const same = isNew ? undefined : byText.get(text);
    if (same) {
      same.objects.push(object);
      continue;
    }
    const asked = { text, objects: [object] };
    wanted.push(asked);
    if (isNew) byValue.set(value, asked);
    else byText.set(text, asked);
  }
  return wanted;
}

function toldBy(key: string, { told }: Run): Told {
  const known = told.get(key) ?? { entities: new Map(), asking: new Map() };
  told.set(key, known);
  return known;
}

/** Adds what this request was told before, and what is kept for all. @returns what has to be asked for */
function addKnown(
  step: FetchStep,
  wanted: readonly Asked[],
  key: string,
  told: Told | undefined,
  run: Run,
): readonly Asked[] {
  const cache = run.cache?.isEmpty === false ? run.cache : undefined;
  if (!told && !cache) return wanted;
  return wanted.filter(({ text, objects }) => {
    let entity = told?.entities.get(text);
    if (entity === undefined) {
      const kept = cache?.get(`${key} ${text}`);
      if (!kept) return true;
      run.policies.push({ maxAge: kept.maxAge, scope: 'public' });
      entity = kept.value;
    }
    if (isObject(entity)) addData(step, objects, entity, true, run);
    return false;
  });
}

async function askEntities(
  step: FetchStep,
  asked: readonly Asked[],
  key: string,
  told: Told | undefined,
  run: Run,
): Promise<void> {
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
  const known = answer.errors.length === 0 ? told?.entities : undefined;
  const isShared = answer.shared || keep || known !== undefined;
  const bytes = Math.ceil(answer.bytes / asked.length);
  for (const [index, { text, objects }] of asked.entries()) {
    const entity: unknown = entities[index];
    if (isObject(entity)) addData(step, objects, entity, isShared, run);
    if (keep) run.cache?.set(`${key} ${text}`, entity, bytes, answer.cache);
    known?.set(text, entity);
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

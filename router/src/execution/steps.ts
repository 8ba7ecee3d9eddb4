/** A query plan, compiled: everything that is the same for every request is done here once. */
import { hash } from 'node:crypto';
import type { FetchDataRewrite, FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { RequiredArguments } from '../supergraph/requires-arguments.ts';
import { fetchParts } from './fetch-parts.ts';
import type { OwnedPaths } from './merge.ts';
import { type RepresentationWriter, representationWriter } from './representation.ts';
import { conditionOf, type IsOfType } from './rewrite.ts';

export type Step = SerialStep | ParallelStep | FetchStep;

export interface SerialStep {
  kind: 'serial';
  steps: readonly Step[];
}

export interface ParallelStep {
  kind: 'parallel';
  steps: readonly Step[];
}

export interface FetchStep {
  kind: 'fetch';
  subgraph: string;
  operation: 'query' | 'mutation' | 'subscription';
  /** Equal for fetches that ask the same of the same subgraph, whatever they are called. */
  key: string;
  /** Another fetch of the plan asks the same, and nothing changes in between: what one was told, the other need not ask. */
  repeats: boolean;
  /** JSON of the request up to the content of its variables. */
  head: string;
  /** The client's variables that it sends on. */
  variables: readonly string[];
  /** Where the result goes, without the levels of lists. */
  path: readonly string[];
  /** From which depth of the path on one object may stand in several places. */
  once: number;
  /** Up to the first list: where a failure of the whole fetch shows. */
  errorPath: readonly string[];
  /** Of an entity fetch. */
  representation: RepresentationWriter | undefined;
  rewrites: readonly FetchDataRewrite[];
  /** Keys that the planner made up, with the client's. */
  renamed: ReadonlyMap<string, string>;
  /** What the rewrites write to. */
  rewritten: OwnedPaths;
  /** What later fetches add to. */
  owned: OwnedPaths;
}

export interface CompiledPlan {
  root: Step | undefined;
  /** Of a subscription: what comes first, `root` being what follows each event. */
  subscription: FetchStep | undefined;
}

export interface StepContext {
  isOfType: IsOfType;
  requiredArguments: RequiredArguments;
}

export function compilePlan({ node }: QueryPlan, context: StepContext): CompiledPlan {
  if (!node) return { root: undefined, subscription: undefined };
  const paths: string[][] = [];
  if (node.kind === 'Subscription') {
    if (node.rest) collectPaths(node.rest, [], paths);
    const [subscription] = compileFetch(node.primary, [], paths, context);
    return { root: node.rest && compileNode(node.rest, [], paths, context), subscription };
  }
  collectPaths(node, [], paths);
  const root = compileNode(node, [], paths, context);
  markRepeats(fetchesIn(root));
  return { root, subscription: undefined };
}

function markRepeats(fetches: readonly FetchStep[]): void {
  // What is read between two mutations may differ from what is read after them.
  if (fetches.some(({ operation }) => operation === 'mutation')) return;
  const seen = new Map<string, FetchStep>();
  for (const fetch of fetches) {
    const same = seen.get(fetch.key);
    if (same) {
      same.repeats = true;
      fetch.repeats = true;
    }
    seen.set(fetch.key, fetch);
  }
}

function fetchesIn(step: Step): FetchStep[] {
  return step.kind === 'fetch' ? [step] : step.steps.flatMap(fetchesIn);
}

function collectPaths(node: PlanNode, at: readonly string[], paths: string[][]): void {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      for (const each of node.nodes) collectPaths(each, at, paths);
      break;
    case 'Flatten': {
      const path = [...at, ...keysOf(node.path)];
      paths.push(path);
      collectPaths(node.node, path, paths);
      break;
    }
    case 'Fetch':
      break;
    case 'Condition':
    case 'Defer':
      throw new Error(`a plan holds ${node.kind}, which was decided before it was planned`);
  }
}

function compileNode(
  node: PlanNode,
  at: readonly (string | number)[],
  paths: readonly string[][],
  context: StepContext,
): Step {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'serial', steps: node.nodes.map((each) => compileNode(each, at, paths, context)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((each) => compileNode(each, at, paths, context)) };
    case 'Flatten':
      return compileNode(node.node, [...at, ...node.path], paths, context);
    case 'Fetch': {
      const steps = compileFetch(node, at, paths, context);
      const [only] = steps;
      return steps.length === 1 && only ? only : { kind: 'parallel', steps };
    }
    case 'Condition':
    case 'Defer':
      throw new Error(`a plan holds ${node.kind}, which was decided before it was planned`);
  }
}

/** One step, or several where one request cannot hold what is required. */
function compileFetch(
  node: FetchNode,
  at: readonly (string | number)[],
  paths: readonly string[][],
  context: StepContext,
): FetchStep[] {
  if (node.contextRewrites?.length) throw new Error('@fromContext is not supported');
  const path = keysOf(at);
  const rewrites = node.outputRewrites ?? [];
  const list = at.indexOf('@');
  const common = {
    kind: 'fetch' as const,
    subgraph: node.serviceName,
    operation: node.operationKind,
    path,
    once: Math.min(
      ...paths.filter((each) => each.every((key, index) => path[index] === key)).map((each) => each.length),
    ),
    errorPath: keysOf(list < 0 ? at : at.slice(0, list)),
    rewrites,
    renamed: new Map(
      rewrites.flatMap((rule): [string, string][] =>
        rule.kind === 'KeyRenamer' ? [[rule.path.at(-1) ?? '', rule.renameKeyTo]] : [],
      ),
    ),
    rewritten: pathTree(
      rewrites.map((rule) => rule.path.filter((element) => conditionOf(element) === undefined).slice(0, -1)),
    ),
    owned: pathTree(
      paths
        .filter((each) => each.length > path.length && path.every((key, index) => each[index] === key))
        .map((each) => each.slice(path.length)),
    ),
  };
  return fetchParts(node, context.requiredArguments).map(({ operation, variables, nameOf }) => ({
    ...common,
    key: hash('sha1', `${node.serviceName} ${operation.replace(/^\w+ \w+/, '')}`, 'base64url'),
    repeats: false,
    variables,
    head: `{"query":${JSON.stringify(operation)}${
      node.operationName === undefined ? '' : `,"operationName":${JSON.stringify(node.operationName)}`
    },"variables":{`,
    representation:
      node.requires &&
      representationWriter(node.requires, node.inputRewrites ?? [], { isOfType: context.isOfType, nameOf }),
  }));
}

/** '@' stands for the elements of a list; merging goes through lists by itself. */
const keysOf = (path: readonly (string | number)[]): string[] =>
  path.map(String).filter((element) => element !== '@');

function pathTree(paths: readonly (readonly string[])[]): OwnedPaths {
  interface Branch extends Map<string, Branch> {}
  const root: Branch = new Map();
  for (const path of paths) {
    let branch = root;
    for (const key of path) {
      const below: Branch = branch.get(key) ?? new Map();
      branch.set(key, below);
      branch = below;
    }
  }
  return root;
}

// A new schema of a subgraph composes with the others, and every operation that can still come stays valid and keeps its meaning.
import { type DocumentNode, type GraphQLSchema, validate } from 'graphql';
import { type Asking, askers, coordinateOf, operationName, parsed } from './asking.ts';
import { type CompositionError, composeSubgraphs } from './compose.ts';
import { type Affected, type Finding, named, type World } from './finding.ts';
import { lineOf } from './line-of.ts';
import { type Change, changesOfMeaning } from './meaning.ts';

export interface SubgraphRelease {
  /** `subgraphs/catalog` */
  readonly unit: string;
  readonly version: string;
  readonly sdl: string;
  readonly url: string;
}

export const subgraphName = (unit: string) => unit.replace(/^subgraphs\//, '');

export function checkSchema(release: SubgraphRelease, world: World): Finding[] {
  const name = subgraphName(release.unit);
  // Addresses play no part in a check.
  const others = Object.entries(world.subgraphSchemas)
    .filter(([other]) => subgraphName(other) !== name)
    .map(([other, sdl]) => ({ name: subgraphName(other), url: `http://${subgraphName(other)}`, sdl }));
  const composed = composeSubgraphs([...others, { name, url: release.url, sdl: release.sdl }]);
  if (!('schema' in composed)) return composed.map((error) => notComposed(error, release, name));

  const live = world.supergraphs.find((one) => one.name === 'live')?.schema;
  return brokenOperations(askers(world), live, composed.schema).map(
    ({ change: { severity, field, message, remedy, at }, operation, affected }): Finding => {
      const line = field === undefined ? undefined : lineOf(field, release.sdl);
      return {
        check: 'schema',
        severity,
        unit: release.unit,
        release: release.version,
        operation,
        ...(field !== undefined && { field }),
        ...(line !== undefined && { line }),
        message: `${message} Asked for by ${affected.map(named).join(', ')} in ${operation}${at}.`,
        remedy,
        affects: affected,
      };
    },
  );
}

function notComposed({ message, places }: CompositionError, release: SubgraphRelease, name: string): Finding {
  const own = places.find(({ subgraph }) => subgraph === name);
  const elsewhere = places.filter(({ subgraph }) => subgraph !== name);
  const seen = elsewhere.map(({ subgraph, line }) => `line ${line} of ${subgraph}`).join(', ');
  return {
    check: 'schema',
    severity: 'refusal',
    unit: release.unit,
    release: release.version,
    ...(own && { line: own.line, column: own.column }),
    message: `It does not compose with the live subgraphs. ${message}${seen && ` (Also ${seen}.)`}`,
    remedy: elsewhere.length
      ? `Make ${name} fit the others as they are live. Where both sides have to change, make the change in steps that each compose.`
      : `Correct the schema of ${name}.`,
  };
}

interface PlacedChange extends Change {
  /** In the operation: `, line 1, column 69`. */
  readonly at: string;
}

interface Broken {
  readonly change: PlacedChange;
  readonly operation: string;
  readonly affected: readonly Affected[];
}

function brokenOperations(
  releases: readonly (Asking & Affected)[],
  live: GraphQLSchema | undefined,
  next: GraphQLSchema,
): Broken[] {
  const broken = new Map<string, Broken>();
  for (const [text, { hash, affected }] of byText(releases)) {
    const document = parsed(text);
    // What is broken already is not broken by this.
    if (document instanceof Error || (live && validate(live, document).length > 0)) continue;
    const operation = operationName(document, hash);
    for (const change of changesOf(document, live, next)) {
      const key = `${operation} ${change.field} ${change.message}`;
      const before = broken.get(key)?.affected ?? [];
      broken.set(key, { change, operation, affected: [...before, ...affected] });
    }
  }
  return [...broken.values()];
}

/** Releases of a unit share most of their operations: each is looked at once. */
function byText(releases: readonly (Asking & Affected)[]) {
  const asked = new Map<string, { hash: string; affected: Affected[] }>();
  for (const { unit, release, traffic, operations } of releases) {
    for (const [hash, text] of Object.entries(operations)) {
      const one = asked.get(text) ?? { hash, affected: [] };
      one.affected.push({ unit, release, traffic });
      asked.set(text, one);
    }
  }
  return asked;
}

function changesOf(
  document: DocumentNode,
  live: GraphQLSchema | undefined,
  next: GraphQLSchema,
): PlacedChange[] {
  const errors = validate(next, document);
  if (errors.length === 0) {
    return live ? changesOfMeaning(document, live, next).map((change) => ({ ...change, at: '' })) : [];
  }
  return errors.map((error) => {
    const [place] = error.locations ?? [];
    return {
      severity: 'refusal',
      field: coordinateOf(error, document, live ?? next),
      message: error.message,
      at: place ? `, line ${place.line}, column ${place.column}` : '',
      remedy:
        'Keep what the operation needs and mark it @deprecated; put what is new beside it and require no new argument. Release the screens ' +
        'without it, then wait until no release that gets traffic or could come back by a rollback asks for it.',
    };
  });
}

// Every operation of a release can be answered: by the supergraph that is live, and by the one that is being rolled out.
import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, NoDeprecatedCustomRule, validate } from 'graphql';
import {
  type Asking,
  askers,
  coordinateOf,
  type FieldUse,
  fieldUses,
  operationName,
  parsed,
} from './asking.ts';
import type { Affected, Finding, World } from './finding.ts';

export function checkOperations(release: Asking, world: World): Finding[] {
  const { unit, version } = release;
  const others = askers(world).filter((one) => one.unit !== unit);
  const [first] = world.supergraphs;
  const uses = first ? fieldUses(others, first.schema) : {};
  return Object.entries(release.operations).flatMap(([hash, text]) => {
    const document = parsed(text);
    const about = { check: 'operations', unit, release: version } as const;
    if (document instanceof Error) {
      return {
        ...about,
        severity: 'refusal' as const,
        operation: hash.slice(0, 12),
        ...placeOf(document),
        message: `The operation is not GraphQL. ${document.message}`,
        remedy: 'Build the release again: its operations come from the code generation, not from hand.',
      };
    }
    const operation = operationName(document, hash);
    return [
      ...wrongHash(hash, text).map((message) => ({
        ...about,
        severity: 'refusal' as const,
        operation,
        message,
        remedy: 'Build the release again and publish what the build wrote.',
      })),
      ...invalid(document, world).map((one) => ({
        ...about,
        severity: 'refusal' as const,
        operation,
        ...one,
      })),
      ...deprecated(document, world, uses, others).map((one) => ({
        ...about,
        severity: 'warning' as const,
        operation,
        ...one,
      })),
    ];
  });
}

function wrongHash(hash: string, text: string): string[] {
  const right = createHash('sha256').update(text).digest('hex');
  return right === hash
    ? []
    : [`It is registered as ${hash.slice(0, 12)}…, but its text has the SHA-256 ${right.slice(0, 12)}…`];
}

type Said = Pick<Finding, 'message' | 'remedy' | 'field' | 'line' | 'column' | 'affects'>;

function invalid(document: DocumentNode, { supergraphs }: World): Said[] {
  const found = new Map<string, { error: GraphQLError; field: string | undefined; on: string[] }>();
  for (const { name, schema } of supergraphs) {
    for (const error of validate(schema, document)) {
      const field = coordinateOf(error, document, schema);
      const key = `${error.message} ${JSON.stringify(error.locations)}`;
      const before = found.get(key);
      found.set(key, { error, field: before?.field ?? field, on: [...(before?.on ?? []), name] });
    }
  }
  return [...found.values()].map(({ error, field, on }) => ({
    ...(field !== undefined && { field }),
    ...placeOf(error),
    message: `On the ${on.join(' and the ')} supergraph: ${error.message}`,
    remedy: remedyFor(on, supergraphs.length),
  }));
}

function remedyFor(on: readonly string[], supergraphs: number): string {
  if (on.length === supergraphs) {
    return 'Ask for what the schema has. If the field is new, deploy the subgraph release that adds it first.';
  }
  return on.includes('live')
    ? 'The candidate supergraph has it: wait until that one is live.'
    : 'The candidate supergraph takes it away: ask for what both have, or roll that subgraph release back.';
}

function deprecated(
  document: DocumentNode,
  { supergraphs: [first] }: World,
  uses: Readonly<Record<string, readonly FieldUse[]>>,
  others: readonly Affected[],
): Said[] {
  if (!first) return [];
  return validate(first.schema, document, [NoDeprecatedCustomRule]).map((error) => {
    const field = coordinateOf(error, document, first.schema);
    const users = (field !== undefined && uses[field]) || [];
    const affects = others.filter(({ unit, release }) =>
      users.some((user) => user.unit === unit && user.release === release),
    );
    return {
      ...(field !== undefined && { field }),
      ...placeOf(error),
      message: `${error.message} ${whoElse(users)}`,
      remedy: 'Move to what replaces it while it is still there: it can go when no release asks for it.',
      ...(affects.length > 0 && {
        affects: affects.map(({ unit, release, traffic }) => ({ unit, release, traffic })),
      }),
    };
  });
}

function whoElse(users: readonly FieldUse[]): string {
  if (users.length === 0) return 'Nobody else uses it.';
  const names = users.map(({ unit, release, operation }) => `${unit} ${release} (${operation})`);
  return `Also used by ${names.join(', ')}.`;
}

function placeOf(error: Error): { line?: number; column?: number } {
  const [place] = (error instanceof GraphQLError && error.locations) || [];
  return place ? { line: place.line, column: place.column } : {};
}

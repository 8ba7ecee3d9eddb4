/**
 * What the supergraph asks of whoever wants to see a type or field: `@authenticated`, `@requiresScopes` and `@policy`, under
 * whatever names it links them. What could be such a guard and is not understood stops the supergraph from being served.
 */
import {
  AUTHENTICATED_VERSIONS,
  type DirectiveDefinition,
  dnfConjunction,
  type FeatureDefinition,
  type FeatureDefinitions,
  isInterfaceType,
  type NamedType,
  POLICY_VERSIONS,
  REQUIRES_SCOPES_VERSIONS,
  type Schema,
} from '@apollo/federation-internals';
import type { Identity } from '@arcade/subgraph-kit/statement';
import { z } from 'zod';
import type { Field } from './elements.ts';

/** One thing that must hold: all names of at least one set. No set at all holds for nobody. */
export interface Clause {
  kind: 'authenticated' | 'scopes' | 'policies';
  anyOf: readonly (readonly string[])[];
}

export type Guarded = NamedType | Field;

interface Guard {
  definition: DirectiveDefinition;
  /** Of the directive's arguments; undefined asks for nothing. */
  read(values: Readonly<Record<string, unknown>>): Clause | undefined;
}

const AUTHENTICATED: Clause = { kind: 'authenticated', anyOf: [['visitor']] };

/** Whether somebody meets a clause. A policy holds for who has a scope of its name after `policy:`. */
export function holds({ kind, anyOf }: Clause, { visitor, scopes }: Identity): boolean {
  switch (kind) {
    case 'authenticated':
      return visitor !== undefined;
    case 'scopes':
      return anyOf.some((all) => all.every((scope) => scopes.has(scope)));
    case 'policies':
      return anyOf.some((all) => all.every((policy) => scopes.has(`policy:${policy}`)));
  }
}

/** @returns what is on a type or field itself; undefined when the supergraph guards nothing. Throws what checkGuards throws. */
export function requirementsIn(schema: Schema): ((element: Guarded) => readonly Clause[]) | undefined {
  const guards = guardsIn(schema);
  if (guards.every(({ definition }) => definition.applications().size === 0)) return undefined;
  return (element) =>
    guards.flatMap(({ definition, read }) =>
      element.appliedDirectivesOf(definition).flatMap((application) => read(application.arguments()) ?? []),
    );
}

/**
 * What must hold for a field to return this type. Composition puts on an interface the sum of what the types behind it ask, which
 * is meant for fields asked of the interface itself; only what none of them explains is asked of whoever gets one of them.
 */
export function toReturn(
  type: NamedType,
  required: (element: Guarded) => readonly Clause[],
): readonly Clause[] {
  if (!isInterfaceType(type)) return required(type);
  const behind = type.possibleRuntimeTypes().flatMap(required);
  return required(type).filter(({ kind, anyOf }) => {
    const sum = dnfConjunction(
      behind.filter((clause) => clause.kind === kind).map((clause) => clause.anyOf.map((all) => [...all])),
    );
    const isExplained =
      sum.length > 0 && sum.every((held) => anyOf.some((all) => all.every((name) => held.includes(name))));
    return !isExplained;
  });
}

/** Throws for a supergraph whose guards would not all be enforced. `for: SECURITY` alone is checked where it is loaded. */
export function checkGuards(schema: Schema): void {
  const known = new Set(guardsIn(schema).map(({ definition }) => definition));
  for (const directive of schema.directives()) {
    if (known.has(directive) || directive.applications().size === 0) continue;
    const source = schema.coreFeatures?.sourceFeature(directive);
    const isGuard = source
      ? IDENTITIES.has(source.feature.url.identity)
      : NAMES.has(directive.name.split('__').at(-1) ?? '');
    if (!isGuard) continue;
    throw new Error(
      `The supergraph uses @${directive.name}, but no @link says what it is: it could be a guard that nobody enforces. ` +
        'Link its specification, such as https://specs.apollo.dev/authenticated/v0.1, or rename the directive.',
    );
  }
}

const IDENTITIES = new Set(
  [AUTHENTICATED_VERSIONS, REQUIRES_SCOPES_VERSIONS, POLICY_VERSIONS].map(({ identity }) => identity),
);
const NAMES = new Set(['authenticated', 'requiresScopes', 'policy']);

function guardsIn(schema: Schema): Guard[] {
  return [
    ...linked(
      schema,
      AUTHENTICATED_VERSIONS,
      (spec) => spec.authenticatedDirective(schema),
      () => AUTHENTICATED,
    ),
    ...linked(
      schema,
      REQUIRES_SCOPES_VERSIONS,
      (spec) => spec.requiresScopesDirective(schema),
      ({ scopes }) => clause('scopes', scopes),
    ),
    ...linked(
      schema,
      POLICY_VERSIONS,
      (spec) => spec.policyDirective(schema),
      ({ policies }) => clause('policies', policies),
    ),
  ];
}

function linked<Spec extends FeatureDefinition>(
  schema: Schema,
  versions: FeatureDefinitions<Spec>,
  definitionOf: (spec: Spec) => DirectiveDefinition | undefined,
  read: Guard['read'],
): Guard[] {
  const url = schema.coreFeatures?.getByIdentity(versions.identity)?.url;
  if (!url) return [];
  const spec = versions.find(url.version);
  if (!spec) {
    const allowed = versions.versions().map((version) => `${versions.identity}/${version}`);
    throw new Error(
      `The supergraph links ${url}, which this router cannot enforce; it can ${allowed.join(', ')}.`,
    );
  }
  const definition = definitionOf(spec);
  return definition ? [{ definition, read }] : [];
}

/** An empty list asks for nothing, as in composition and in Apollo's router. */
function clause(kind: Clause['kind'], value: unknown): Clause | undefined {
  const sets = z.array(z.array(z.string())).safeParse(value);
  if (!sets.success) return { kind, anyOf: [] };
  const anyOf = sets.data;
  return anyOf.length === 0 || anyOf.some((all) => all.length === 0) ? undefined : { kind, anyOf };
}

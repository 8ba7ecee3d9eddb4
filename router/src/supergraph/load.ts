/**
 * A supergraph, ready to plan with. Built from what `@apollo/gateway` itself is built from (`federation-internals`,
 * `query-planner`): the gateway's own loading refuses supergraphs that ask for security, and brings an executor along.
 */
import {
  type InterfaceType,
  type Operation,
  operationFromDocument,
  Supergraph,
} from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  doTypesOverlap,
  type FieldNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  Kind,
  type NamedTypeNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { IsOfType } from '../execution/rewrite.ts';
import { checkGuards } from '../guard/requirements.ts';
import { overrideLabels } from './override-labels.ts';
import { type RequiredArguments, withoutRequiredArguments } from './requires-arguments.ts';
import { withResolvableKeysFirst } from './resolvable-keys.ts';

export interface LoadedSupergraph {
  /** What clients may ask: without what is `@inaccessible`. */
  apiSchema: GraphQLSchema;
  /** With every directive of the supergraph, for what the router enforces. */
  supergraph: Supergraph;
  /** Address of each subgraph by its name. */
  subgraphs: ReadonlyMap<string, string>;
  isOfType: IsOfType;
  requiredArguments: RequiredArguments;
  /** Names of all fields: what a representation may have as a key. */
  fieldNames: ReadonlySet<string>;
  /** Labels of `@override(label:)` by the name of the field that they are on. */
  overrideLabels: ReadonlyMap<string, ReadonlySet<string>>;
  /** @param overrides the labels that are on */
  plan(document: DocumentNode, overrides: ReadonlySet<string>): QueryPlan;
}

/** Specifications that the router honours; a supergraph that demands another (`for: EXECUTION | SECURITY`) is refused. */
const HONOURED = new Set(
  [
    'core/v0.1',
    'core/v0.2',
    'join/v0.1',
    'join/v0.2',
    'join/v0.3',
    'join/v0.4',
    'join/v0.5',
    'tag/v0.1',
    'tag/v0.2',
    'tag/v0.3',
    'inaccessible/v0.1',
    'inaccessible/v0.2',
    'cost/v0.1',
    'authenticated/v0.1',
    'requiresScopes/v0.1',
    'policy/v0.1',
  ].map((name) => `https://specs.apollo.dev/${name}`),
);

/** Throws with the builder's own message for what is not a supergraph. */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  const supergraph = Supergraph.build(sdl, { supportedFeatures: HONOURED });
  checkGuards(supergraph.schema);
  const { document, required } = withoutRequiredArguments(parse(sdl, { noLocation: true }));
  const toPlan = Supergraph.build(withResolvableKeysFirst(document), {
    supportedFeatures: HONOURED,
    validateSupergraph: false,
  });
  const planner = new QueryPlanner(toPlan);
  const asked = toPlan.apiSchema();
  const labels = overrideLabels(supergraph);
  const allLabels = [...new Set([...labels.values()].flatMap((each) => [...each]))];
  const apiSchema = supergraph.apiSchema().toGraphQLJSSchema();
  const interfaceObjects = interfaceObjectsIn(supergraph);
  return {
    apiSchema,
    supergraph,
    subgraphs: new Map(supergraph.subgraphsMetadata().map(({ name, url }) => [name, url])),
    isOfType: typeRelation(supergraph),
    requiredArguments: required,
    fieldNames: new Set(
      [...supergraph.schema.objectTypes(), ...supergraph.schema.interfaceTypes()].flatMap((type) =>
        type.fields().map((field) => field.name),
      ),
    ),
    overrideLabels: labels,
    plan(document, overrides) {
      const operation: Operation = operationFromDocument(
        asked,
        withoutAbstractConditions(document, apiSchema, interfaceObjects),
      );
      const overrideConditions = new Map(allLabels.map((label) => [label, overrides.has(label)]));
      return planner.buildQueryPlan(operation, { overrideConditions });
    },
  };
}

function typeRelation({ schema }: Supergraph): IsOfType {
  const subtypes = new Map<string, Set<string>>();
  for (const type of schema.interfaceTypes()) {
    subtypes.set(type.name, new Set(type.allImplementations().map((each) => each.name)));
  }
  for (const type of schema.unionTypes()) {
    subtypes.set(type.name, new Set(type.types().map((each) => each.name)));
  }
  return (typename, type) => typename === type || (subtypes.get(type)?.has(typename) ?? false);
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Below an interface that some subgraph has as an `@interfaceObject`, `... on` another interface or a union becomes `... on` each of
 * the types that it leaves: the planner finds no way to an abstract type there.
 */
function withoutAbstractConditions(
  document: DocumentNode,
  schema: GraphQLSchema,
  interfaceObjects: ReadonlySet<string>,
): DocumentNode {
  if (interfaceObjects.size === 0) return document;
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      InlineFragment: {
        enter(fragment) {
          const parent = types.getParentType();
          const condition = schema.getType(fragment.typeCondition?.name.value ?? '');
          // What could apply below the abstract type need not below each of its types.
          if (parent && isCompositeType(condition) && !doTypesOverlap(schema, parent, condition)) return null;
          if (!isAbstractType(condition) || !isInterfaceType(parent)) return undefined;
          if (parent === condition || !interfaceObjects.has(parent.name)) return undefined;
          const selections = [TYPENAME, ...fragment.selectionSet.selections];
          const each = schema
            .getPossibleTypes(condition)
            .filter((type) => schema.isSubType(parent, type))
            .map((type): InlineFragmentNode => {
              const name: NamedTypeNode = {
                kind: Kind.NAMED_TYPE,
                name: { kind: Kind.NAME, value: type.name },
              };
              return {
                ...fragment,
                typeCondition: name,
                selectionSet: { kind: Kind.SELECTION_SET, selections },
              };
            });
          const { typeCondition: _, ...bare } = fragment;
          return { ...bare, selectionSet: { kind: Kind.SELECTION_SET, selections: each } };
        },
        leave: (fragment) => (fragment.selectionSet.selections.length === 0 ? null : undefined),
      },
    }),
  );
}

function interfaceObjectsIn({ schema }: Supergraph): Set<string> {
  const isInterfaceObject = (type: InterfaceType) =>
    type.appliedDirectivesOf('join__type').some((each) => each.arguments().isInterfaceObject === true);
  return new Set(
    schema
      .interfaceTypes()
      .filter(isInterfaceObject)
      .map(({ name }) => name),
  );
}

/** A world's subgraphs, in this process. They check what they are asked: a field that is not theirs is an error. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { canonical, type Data, Reference, type Value } from './data.ts';
import { type Features, noteEntity, noteField } from './features.ts';
import { hash } from './genes.ts';
import { type Field, fieldOf, interfaceObject, type Subgraph, subgraphName, type World } from './model.ts';
import { printSubgraph } from './sdl.ts';

/** One execution: the mutations done so far, in whichever subgraph, what subgraphs were asked, and what it came to. */
export interface Run {
  data: Data;
  features: Features;
  mutations: number;
  /** Fields that a subgraph was asked for although it only knows of them, or was not given what they require. */
  strays: Field[];
  asked: { subgraph: string; query: string; variables: Record<string, unknown> }[];
}

export const newRun = (data: Data, features: Features): Run => ({
  data,
  features,
  mutations: 0,
  strays: [],
  asked: [],
});

export interface SubgraphQuery {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

export interface InProcessSubgraph {
  name: string;
  sdl: string;
  ask(asked: SubgraphQuery, run: Run): Promise<ExecutionResult>;
}

/** An object on its way through a subgraph. */
interface Source extends Reference {
  __typename: string;
  provides: readonly string[];
  representation: Record<string, unknown> | undefined;
}

export function makeSubgraphs(world: World): InProcessSubgraph[] {
  return world.subgraphs.flatMap((subgraph) => {
    const sdl = printSubgraph(world, subgraph);
    return sdl === undefined ? [] : [makeSubgraph(world, subgraph, sdl)];
  });
}

function makeSubgraph(world: World, subgraph: Subgraph, sdl: string): InProcessSubgraph {
  const name = subgraphName(subgraph);
  const objectOf = (
    { type, id }: Reference,
    provides: readonly string[] = [],
    representation?: Record<string, unknown>,
  ): Source => ({
    __typename: interfaceObject(world, type, subgraph)?.name ?? type,
    type,
    id,
    provides,
    representation,
  });
  const complete = (value: Value, provides: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item) => complete(item, provides));
    return value instanceof Reference ? objectOf(value, provides) : value;
  };
  const mayAnswer = (field: Field, source: Source | undefined): boolean =>
    field.answeredBy.has(subgraph) ||
    (source?.provides.includes(field.name) ?? false) ||
    (field.override?.from === subgraph && field.override.label !== undefined) ||
    (field.name === 'id' &&
      source !== undefined &&
      interfaceObject(world, source.type, subgraph) !== undefined);

  const fieldResolver: GraphQLFieldResolver<Source | undefined, Run> = (source, args, run, info) => {
    const type = source?.type ?? info.parentType.name;
    const field = fieldOf(world, type, info.fieldName);
    if (!mayAnswer(field, source)) {
      run.strays.push(field);
      return new Error(`${name} does not answer ${type}.${field.name}.`);
    }
    noteField(field, subgraph, source?.provides.includes(field.name) ?? false, run.features);
    let also = '';
    if (type === 'Mutation') also = String(run.mutations++);
    if (field.requires) {
      if (!source?.representation) {
        run.strays.push(field);
        return new Error(`${name} was not given what ${type}.${field.name} requires.`);
      }
      also = canonical(run.data.represented(source.representation, field.requires));
    }
    return complete(run.data.value(type, source?.id ?? 0, field, args, also), field.provides ?? []);
  };

  const resolvers: Record<
    string,
    { __resolveReference: (representation: Record<string, unknown>, run: Run) => Source }
  > = {};
  const entities = [
    ...[...world.objects.values()].filter((type) => type.keys.get(subgraph)).map((type) => type.name),
    ...[...world.abstracts.values()]
      .filter((type) => type.entity && type.in.has(subgraph))
      .map((type) => type.name),
  ];
  for (const type of entities) {
    resolvers[type] = {
      __resolveReference(representation, run) {
        const isInterface = world.abstracts.get(type)?.entity?.home === subgraph;
        noteEntity(isInterface, representation, run.features);
        return objectOf(run.data.find(type, representation, subgraph), [], representation);
      },
    };
  }

  let schema: GraphQLSchema | undefined;
  const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();
  return {
    name,
    sdl,
    async ask({ query, variables = {}, operationName }, run) {
      schema ??= buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
      run.asked.push({ subgraph: name, query, variables });
      let document = documents.get(query);
      if (!document) {
        document = parse(query);
        const errors = validate(schema, document);
        if (errors.length > 0) document = errors;
        documents.set(query, document);
      }
      // Answers overtake one another.
      for (let i = hash(query + run.asked.length) % 7; i > 0; i--) await undefined;
      if (!('kind' in document)) return { errors: document };
      const answer = await execute({
        schema,
        document,
        contextValue: run,
        variableValues: variables,
        operationName,
        fieldResolver,
      });
      return JSON.parse(JSON.stringify(answer));
    },
  };
}

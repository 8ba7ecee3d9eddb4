/** The same world in one schema, executed by graphql-js: what is right. */
import {
  buildASTSchema,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  printSchema,
  visit,
} from 'graphql';
import type { Path } from './answers.ts';
import { canonical, type Data, Reference, type Value } from './data.ts';
import { type Features, noteOperation, noteValue } from './features.ts';
import { fieldOf } from './model.ts';
import type { SubgraphQuery } from './subgraphs.ts';

interface Source extends Reference {
  __typename: string;
}

const complete = (value: Value): unknown => {
  if (Array.isArray(value)) return value.map(complete);
  return value instanceof Reference ? { __typename: value.type, type: value.type, id: value.id } : value;
};

/** The schema with every output nullable, so that no error hides behind another one's null. */
function nullable(schema: GraphQLSchema): GraphQLSchema {
  const document = visit(parse(printSchema(schema)), {
    FieldDefinition: (field) => ({
      ...field,
      type: visit(field.type, { NonNullType: { leave: ({ type }) => type } }),
    }),
  });
  return buildASTSchema(document);
}

export class Monolith {
  readonly schema: GraphQLSchema;
  readonly #nullable: GraphQLSchema;

  constructor(apiSchema: GraphQLSchema) {
    this.schema = apiSchema;
    this.#nullable = nullable(apiSchema);
  }

  answer(asked: SubgraphQuery, data: Data, features: Features): ExecutionResult {
    const answer = this.#run(this.schema, asked, data, false, features);
    noteOperation(asked.query, answer, features);
    return answer;
  }

  /** Paths of all errors that there are, those too that a null further up would hide. */
  allErrors(asked: SubgraphQuery, data: Data): Path[] {
    const { errors = [] } = this.#run(this.#nullable, asked, data, true, new Set());
    return errors.map(({ path }) => path ?? []);
  }

  #run(
    schema: GraphQLSchema,
    { query, variables, operationName }: SubgraphQuery,
    data: Data,
    lenient: boolean,
    features: Features,
  ): ExecutionResult {
    let mutations = 0;
    const fieldResolver: GraphQLFieldResolver<Source | undefined, unknown> = (source, args, _, info) => {
      const type = source?.type ?? info.parentType.name;
      const field = fieldOf(data.world, type, info.fieldName);
      let also = '';
      if (type === 'Mutation') also = String(mutations++);
      if (field.requires) also = canonical(data.required(type, source?.id ?? 0, field.requires));
      const value = data.value(type, source?.id ?? 0, field, args, also, lenient);
      if (value !== null) noteValue(info, features);
      return complete(value);
    };
    const answer = execute({
      schema,
      document: parse(query),
      variableValues: variables ?? {},
      operationName,
      fieldResolver,
    });
    if (answer instanceof Promise) throw new Error('The monolith answers at once.');
    return JSON.parse(JSON.stringify(answer));
  }
}

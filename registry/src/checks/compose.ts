// Subgraph schemas → what the router serves and what clients may ask; or why not, in the composer's own words.
import { composeServices } from '@apollo/composition';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, Source } from 'graphql';

export interface Subgraph {
  /** As in the supergraph: `catalog`. */
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

export interface Composed {
  readonly supergraphSdl: string;
  /** The API schema: what clients may ask. */
  readonly schema: GraphQLSchema;
}

export interface CompositionError {
  readonly message: string;
  /** Where the composer sees it. */
  readonly places: readonly { readonly subgraph: string; readonly line: number; readonly column: number }[];
}

export function composeSubgraphs(subgraphs: readonly Subgraph[]): Composed | readonly CompositionError[] {
  const errors: CompositionError[] = [];
  const services: { name: string; url: string; typeDefs: DocumentNode }[] = [];
  for (const { name, url, sdl } of subgraphs) {
    try {
      services.push({ name, url, typeDefs: parse(new Source(sdl, name)) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      errors.push(described(error, `[${name}] ${error.message}`));
    }
  }
  if (errors.length > 0) return errors;
  const result = composeServices(services);
  if (result.errors) return result.errors.map((error) => described(error, error.message));
  return {
    supergraphSdl: result.supergraphSdl,
    schema: result.schema.toAPISchema().toGraphQLJSSchema(),
  };
}

function described(error: GraphQLError, message: string): CompositionError {
  const places =
    error.nodes?.flatMap(({ loc }) =>
      loc ? [{ subgraph: loc.source.name, line: loc.startToken.line, column: loc.startToken.column }] : [],
    ) ??
    error.locations?.map((place) => ({ subgraph: error.source?.name ?? '', ...place })) ??
    [];
  return { message, places };
}

/** A supergraph of a few subgraphs, and operations on it as the engine hands them to the guard. */
import { composeServices } from '@apollo/composition';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { type LoadedSupergraph, loadSupergraph } from '../src/supergraph/load.ts';

/** Composition's text, or its errors' as an exception. */
export function supergraphSdl(...subgraphs: string[]): string {
  const result = composeServices(
    subgraphs.map((sdl, index) => ({
      name: `subgraph${index}`,
      url: `http://127.0.0.1/${index}`,
      typeDefs: parse(sdl),
    })),
  );
  if (!result.supergraphSdl) throw new Error(String(result.errors));
  return result.supergraphSdl;
}

export const composed = (...subgraphs: string[]): LoadedSupergraph =>
  loadSupergraph(supergraphSdl(...subgraphs));

export function operationIn(
  { apiSchema }: LoadedSupergraph,
  query: string,
): { document: DocumentNode; operation: OperationDefinitionNode } {
  const document = parse(query);
  const [error] = validate(apiSchema, document);
  if (error) throw error;
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation in the document');
  return { document, operation };
}

/** Stock `@apollo/gateway` over subgraphs in this process. */
import { createHash } from 'node:crypto';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { parse } from 'graphql';
import type { Answered } from './answers.ts';
import type { InProcessSubgraph, Run, SubgraphQuery } from './subgraphs.ts';

export type Ask = (asked: SubgraphQuery, run: Run) => Promise<Answered>;

const silent = { debug() {}, info() {}, warn() {}, error() {} };

export async function startStock(
  supergraphSdl: string,
  subgraphs: readonly InProcessSubgraph[],
): Promise<Ask> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: silent,
    buildService: ({ name }): GraphQLDataSource<{ run: Run }> => ({
      async process({ request, context }) {
        const subgraph = subgraphs.find((subgraph) => subgraph.name === name);
        if (!subgraph || !context.run) throw new Error(`No subgraph ${name}.`);
        const { query = '', variables = {}, operationName } = request;
        const answer = await subgraph.ask(
          { query, variables: JSON.parse(JSON.stringify(variables)), operationName },
          context.run,
        );
        // The gateway's own type of an answer is that of JSON.
        return JSON.parse(JSON.stringify(answer));
      },
    }),
  });
  const { executor, schema } = await gateway.load();
  return async ({ query, variables, operationName }, run) => {
    const context = {
      request: { query, variables, operationName },
      document: parse(query),
      source: query,
      operationName: operationName ?? null,
      queryHash: createHash('sha256')
        .update(query + operationName)
        .digest('hex'),
      context: { run },
      logger: silent,
      metrics: {},
      schema,
      overallCachePolicy: undefined,
      cache: undefined,
    };
    // The executor reads nothing else of the server's context.
    return JSON.parse(JSON.stringify(await executor(context as unknown as Parameters<typeof executor>[0])));
  };
}

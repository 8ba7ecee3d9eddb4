/**
 * A process that holds all subgraphs of a graph, each on a port of its own. What a subgraph was asked once it answers from then
 * on from a buffer, found by the request's body: what is measured is the router.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { type Amounts, generatedData } from './generated-data.ts';

export interface Subgraphs {
  /** SDL by name. */
  schemas: Record<string, string>;
  amounts: Amounts;
}

export type ToServer = { serve: Subgraphs } | { count: true };
export type FromServer = { ports: Record<string, number> } | { requests: number };

/** More different questions than any graph here has: somebody sends something new each time. */
const DIFFERENT = 2_000;

let requests = 0;

async function serve({ schemas, amounts }: Subgraphs): Promise<Record<string, number>> {
  const ports: Record<string, number> = {};
  for (const [name, sdl] of Object.entries(schemas)) {
    ports[name] = await listen(buildSubgraphSchema([{ typeDefs: parse(sdl) }]), amounts);
  }
  return ports;
}

function listen(schema: GraphQLSchema, amounts: Amounts): Promise<number> {
  const fieldResolver = generatedData(schema, amounts);
  const answers = new Map<string, Promise<Buffer>>();

  async function answer(body: string): Promise<Buffer> {
    const { query, variables, operationName } = JSON.parse(body);
    const result = await execute({
      schema,
      document: parse(query),
      variableValues: variables,
      operationName,
      fieldResolver,
    });
    return Buffer.from(JSON.stringify(result));
  }

  const server = createServer((request, response) => {
    requests++;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = String(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
      let known = answers.get(body);
      if (!known) {
        if (answers.size >= DIFFERENT) throw new Error(`more than ${DIFFERENT} different requests`);
        known = answer(body);
        answers.set(body, known);
      }
      const buffer = await known;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': buffer.length });
      response.end(buffer);
    });
  });
  // Longer than a run: no router meets a connection that is just being closed.
  server.keepAliveTimeout = 600_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)); // of a TCP server
  });
}

const tell = (message: FromServer) => process.send?.(message);

process.on('message', async (message: ToServer) => {
  if ('serve' in message) tell({ ports: await serve(message.serve) });
  else tell({ requests });
});
process.on('disconnect', () => process.exit(0));

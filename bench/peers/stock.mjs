// Apollo's gateway in Apollo's server, as its own documentation starts them. Reads PORT and SUPERGRAPH. Plain JavaScript, because the types
// of what is imported are there only once the peers are installed.
import { readFile } from 'node:fs/promises';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const logger = { debug() {}, info() {}, warn: console.warn, error: console.error };
const gateway = new ApolloGateway({ supergraphSdl: await readFile(process.env.SUPERGRAPH, 'utf8'), logger });
const server = new ApolloServer({ gateway, logger, introspection: false });
await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: Number(process.env.PORT) } });

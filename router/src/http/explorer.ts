/**
 * GraphiQL at `/`, for development only: the bundle that GraphQL Yoga makes of it (`@graphql-yoga/render-graphiql`, one file, nothing
 * from the network), in a page of our own, because Yoga's has its scripts inline and no policy could allow them.
 */

import { StartError } from '@arcade/subgraph-kit/service';
import type { FastifyInstance } from 'fastify';

/** Monaco, the editor, writes style elements while it runs. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Arcade graph</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/explorer/graphiql.css">
<body class="no-focus-outline">
<noscript>The explorer needs JavaScript.</noscript>
<div id="root"></div>
<script src="/explorer/workers.js"></script>
<script src="/explorer/graphiql.js"></script>
<script src="/explorer/start.js"></script>
`;

/** By the label under which the editor asks for them. */
const WORKERS = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => '/explorer/' + label + '.js',
};`;

const START = `YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  endpoint: '/graphql',
  title: document.title,
  subscriptionsProtocol: 'SSE',
  additionalHeaders: { 'apollo-require-preflight': 'true' },
});`;

/** Throws StartError where it is not installed: a production install leaves it out. */
export async function explorer(app: FastifyInstance): Promise<void> {
  const graphiql = await import('@graphql-yoga/render-graphiql/graphiql').catch((cause: unknown) => {
    throw new StartError(
      'NODE_ENV is development, but the explorer is not installed: run "npm install", or leave NODE_ENV out.',
      { cause },
    );
  });
  const scripts = {
    'workers.js': WORKERS,
    'graphiql.js': graphiql.js,
    'start.js': START,
    'editorWorkerService.js': graphiql.editorWorkerService,
    'graphql.js': graphiql.graphqlWorker,
    'json.js': graphiql.jsonWorker,
  };
  const serve = (path: string, type: string, text: string) =>
    app.get(path, async (_request, reply) =>
      reply
        .header('content-security-policy', POLICY)
        .header('x-content-type-options', 'nosniff')
        .type(`${type}; charset=utf-8`)
        .send(text),
    );
  serve('/', 'text/html', PAGE);
  serve('/explorer/graphiql.css', 'text/css', graphiql.css);
  for (const [name, text] of Object.entries(scripts)) serve(`/explorer/${name}`, 'text/javascript', text);
}

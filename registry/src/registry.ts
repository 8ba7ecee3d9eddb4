// Serves releases and says which of them are live. State is files only (releases.ts, deployments.ts), read anew for each
// discovery document, so what the command line does is visible at once.
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Service, startService } from '@arcade/subgraph-kit/service';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readLive } from './deployments.ts';
import { discoveryDocument } from './discovery.ts';
import type { readRegistryEnv } from './env.ts';
import { releasedOperations } from './operations.ts';

export async function startRegistry(env: ReturnType<typeof readRegistryEnv>): Promise<Service> {
  const dir = path.resolve(env.RELEASES_DIR);
  await mkdir(dir, { recursive: true });
  return startService({
    name: 'registry',
    env,
    ready: async () => void (await readLive(dir)),
    routes: (app) => {
      // Any shell may load releases, from any origin; nothing here is anybody's in particular.
      app.addHook('onSend', async (_request, reply) => {
        reply.header('access-control-allow-origin', '*').header('x-content-type-options', 'nosniff');
      });
      app.get('/discovery.json', async (request, reply) => {
        const publicUrl = env.PUBLIC_URL ?? `http://${request.host}`;
        return sendTagged(request, reply, await discoveryDocument(dir, await readLive(dir), publicUrl));
      });
      const operations = releasedOperations(dir);
      app.get('/operations.json', async (request, reply) =>
        sendTagged(request, reply, { operations: await operations() }),
      );
      app.register(fastifyStatic, {
        root: dir,
        prefix: '/releases/',
        immutable: true,
        maxAge: '365d',
        preCompressed: true,
        index: false,
        // The log of deployments and half-done uploads are in dot folders.
        dotfiles: 'ignore',
      });
    },
  });
}

/** JSON that is sent only when it is not the one that the asker has. */
function sendTagged(request: FastifyRequest, reply: FastifyReply, value: unknown): FastifyReply {
  const body = JSON.stringify(value);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache');
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type('application/json').send(body);
}

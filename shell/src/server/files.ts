/** Files that never change: the shell's own and those of the mirrored releases, both with their brotli twins. */

import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { acceptsBrotli } from './compression.ts';
import type { Shop } from './shop.ts';

const forever = {
  immutable: true,
  maxAge: '365d',
  preCompressed: true,
  index: false,
} as const;
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

export async function fileRoutes(app: FastifyInstance, shop: Shop, mirrorFolder: string): Promise<void> {
  app.get<{ Params: { file: string } }>('/assets/:file', (request, reply) => {
    const { file } = request.params;
    const content = shop.bundle.files.get(file);
    const type = types[extname(file)];
    if (!content || !type) {
      return reply.code(404).header('cache-control', 'no-store').send({ code: 'NO_SUCH_FILE' });
    }
    const brotli = acceptsBrotli(request) ? shop.bundle.files.get(`${file}.br`) : undefined;
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .type(type);
    return brotli ? reply.header('content-encoding', 'br').send(brotli) : reply.send(content);
  });
  await app.register(fastifyStatic, {
    ...forever,
    root: mirrorFolder,
    prefix: '/releases/',
    // Server bundles and manifests are nobody's business.
    allowedPath: (path) => path.includes('/client/'),
  });
  const icon = readFileSync(new URL('../../public/favicon.svg', import.meta.url));
  app.get('/favicon.svg', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(icon),
  );

  /** For a browser that cannot load a release: the stable one before it. */
  app.get<{ Params: { unit: string; version: string } }>(
    '/releases/:unit/:version/previous',
    async (request, reply) => {
      const { unit, version } = request.params;
      const previous = await shop.releases.previous({ unit, version });
      reply.header('cache-control', 'no-store');
      return (
        previous ??
        reply
          .code(404)
          .send({ code: 'NO_PREVIOUS_RELEASE', message: `No other release of ${unit} is known here.` })
      );
    },
  );
}

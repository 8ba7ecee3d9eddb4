/** Files that never change: the shell's own and those of the mirrored releases, both with their brotli twins. */

import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { clientFolder } from './app-bundle.ts';
import type { Shop } from './shop.ts';

const forever = {
  immutable: true,
  maxAge: '365d',
  preCompressed: true,
  index: false,
  decorateReply: false,
} as const;
const publicFolder = fileURLToPath(new URL('../../public/', import.meta.url));

export async function fileRoutes(app: FastifyInstance, shop: Shop, mirrorFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    ...forever,
    root: clientFolder,
    prefix: '/assets/',
    decorateReply: true,
  });
  await app.register(fastifyStatic, {
    ...forever,
    root: mirrorFolder,
    prefix: '/releases/',
    // Server bundles and manifests are nobody's business.
    allowedPath: (path) => path.includes('/client/'),
  });
  for (const name of ['favicon.svg', 'arcade.svg']) {
    app.get(`/${name}`, (_request, reply) =>
      reply.sendFile(name, publicFolder, { maxAge: '1d', immutable: false }),
    );
  }

  /** For a browser that cannot load a release: the one before it. */
  app.get<{ Params: { unit: string; version: string } }>(
    '/releases/:unit/:version/previous',
    async (request, reply) => {
      const { unit, version } = request.params;
      const previous = shop.releases.previous(unit, version);
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

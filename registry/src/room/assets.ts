// What pages load: the shop's own colours and type (packages/ui), our rules, one script.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const ofUi = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(`@arcade/ui/${name}`)));
const own = (name: string) => readFileSync(new URL(name, import.meta.url));

/** The arch of the shop, in its accent. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#b93a1c" d="M4 30V16a12 12 0 0 1 24 0v14h-6V16a6 6 0 0 0-12 0v14z"/></svg>`;

export function assetRoutes(app: FastifyInstance): void {
  const css = [
    ...['tokens.css', 'font/font.css', 'base.css'].map(ofUi),
    ...['frame.css', 'parts.css', 'figures.css', 'forms.css'].map(own),
  ];
  const assets = {
    'room.css': { type: 'text/css; charset=utf-8', body: Buffer.concat(css) },
    'room.js': { type: 'text/javascript; charset=utf-8', body: own('room.js') },
    'icon.svg': { type: 'image/svg+xml', body: Buffer.from(icon) },
    'newsreader-display.woff2': { type: 'font/woff2', body: ofUi('font/newsreader-display.woff2') },
  };
  for (const [name, { type, body }] of Object.entries(assets)) {
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    app.get(`/room/${name}`, async (request, reply) => {
      reply.header('etag', etag).header('cache-control', 'no-cache');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type(type).send(body);
    });
  }
}

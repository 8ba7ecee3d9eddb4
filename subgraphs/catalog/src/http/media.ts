/** `GET /media/<name>.svg`: pictures, drawn when they are asked for. A name never stands for another drawing. */
import type { FastifyInstance } from 'fastify';
import { drawPicture, parsePictureName } from '../art/picture.ts';

/** Drawing takes well under a millisecond; this keeps what a busy page asks for, at most 4 KB each. */
const kept = 500;

export function mediaRoutes(app: FastifyInstance): void {
  const drawn = new Map<string, string>();
  app.get<{ Params: { file: string } }>('/media/:file', (request, reply) => {
    const name = request.params.file.endsWith('.svg') ? request.params.file.slice(0, -4) : '';
    const svg = drawn.get(name) ?? draw(name);
    if (svg === undefined) {
      return reply.code(404).header('cache-control', 'no-store').send({ error: 'NOT_FOUND' });
    }
    drawn.delete(name);
    drawn.set(name, svg);
    const oldest = drawn.keys().next().value;
    if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest);
    return reply
      .type('image/svg+xml')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .header('x-content-type-options', 'nosniff')
      .send(svg);
  });
}

function draw(name: string): string | undefined {
  const spec = parsePictureName(name);
  return spec && drawPicture(spec);
}

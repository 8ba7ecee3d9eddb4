/** GET /media/…: pictures, from the catalog, under the shop's own origin. Their paths change with their content, so both keep them for ever. */
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { RecentMap } from '@arcade/mfe-kit/recent-map';
import type { FastifyInstance } from 'fastify';
import { acceptsBrotli } from './compression.ts';

interface Picture {
  readonly type: string;
  readonly content: Buffer;
  readonly brotli: Buffer;
}

const timeLimit = 5_000;
/** At 4 KB a picture this is some 16 MB, and the whole of a shop with a thousand variants. */
const mostKept = 2_000;

export function mediaRoute(app: FastifyInstance, origin: string): void {
  const kept = new RecentMap<string, Picture>(mostKept);

  app.get<{ Params: { '*': string } }>('/media/*', async (request, reply) => {
    const path = request.params['*'];
    const refuse = (status: number, code: string) =>
      reply.code(status).header('cache-control', 'no-store').send({ code });
    let picture = kept.get(path);
    try {
      picture ??= await fetchPicture(origin, path);
    } catch (error) {
      request.log.error({ err: error }, 'the catalog gives no pictures');
      return refuse(502, 'PICTURES_UNAVAILABLE');
    }
    if (!picture) return refuse(404, 'NO_SUCH_PICTURE');
    kept.set(path, picture);

    reply
      .header('content-type', picture.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      // A picture opened by itself is a document: it may draw, and nothing else.
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return acceptsBrotli(request)
      ? reply.header('content-encoding', 'br').send(picture.brotli)
      : reply.send(picture.content);
  });
}

async function fetchPicture(origin: string, path: string): Promise<Picture | undefined> {
  const address = new URL(`/media/${path.split('/').map(encodeURIComponent).join('/')}`, origin);
  // An encoded slash hides `..` until here: the catalog's other paths are not for everyone.
  if (!address.pathname.startsWith('/media/')) return undefined;
  const response = await fetch(address, { signal: AbortSignal.timeout(timeLimit) });
  const type = response.headers.get('content-type') ?? '';
  if (response.status === 404 || (response.ok && !type.startsWith('image/'))) {
    await response.body?.cancel();
    return undefined;
  }
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const content = Buffer.from(await response.arrayBuffer());
  return { type, content, brotli: await promisify(brotliCompress)(content) };
}

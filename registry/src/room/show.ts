import type { FastifyReply } from 'fastify';
import type { Html } from './layout.ts';

/** Nothing is kept by a browser: what is live changes, and so does who is signed in. */
export const show = async (reply: FastifyReply, page: Html): Promise<FastifyReply> =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(String(await page));

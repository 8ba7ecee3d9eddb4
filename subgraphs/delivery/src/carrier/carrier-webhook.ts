/**
 * Reports of a real carrier: `POST /carrier-events`, signed `carrier-signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`.
 * A signature is good for five minutes, and a report that is not news changes nothing, so a recorded request is of no use to anyone.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database, Transaction } from '@arcade/subgraph-kit/database';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type DeliveryState, journey, type Report } from '../domain/delivery.ts';

const toleranceSeconds = 300;

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

const carrierEvent = z.object({
  /** The delivery's id, which we gave when the parcel was announced. */
  reference: z.uuid(),
  carrier: z.string().min(1).max(60),
  trackingNumber: z.string().min(1).max(60),
  state: z.enum(journey).exclude(['SCHEDULED']),
  at: z.iso.datetime({ offset: true }),
  place: z.object({ en: z.string().max(120), ko: z.string().max(120) }).optional(),
});

interface Options {
  db: Database;
  secret: string;
  now: () => Temporal.Instant;
  takeReport: (tx: Transaction) => (id: string, report: Report) => Promise<DeliveryState | undefined>;
}

export const carrierWebhook =
  ({ db, secret, now, takeReport }: Options) =>
  async (app: FastifyInstance): Promise<void> => {
    // The signature is over the bytes as they came.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );

    app.post<{ Body: Buffer | undefined }>('/carrier-events', async (request, reply) => {
      const body = request.body ?? Buffer.alloc(0);
      const signature = String(request.headers['carrier-signature'] ?? '');
      if (!isGenuine(signature, body, secret, now())) {
        return reply.code(401).send({ error: 'BAD_SIGNATURE' });
      }
      const parsed = json.pipe(carrierEvent).safeParse(body.toString());
      if (!parsed.success)
        return reply.code(422).send({ error: 'MALFORMED', detail: z.prettifyError(parsed.error) });
      const { reference, carrier, trackingNumber, ...news } = parsed.data;
      const report = { ...news, tracking: { carrier, number: trackingNumber } };
      const state = await db.transaction((tx) => takeReport(tx)(reference, report));
      return state === undefined ? reply.code(404).send({ error: 'UNKNOWN_PARCEL' }) : { state };
    });
  };

/** As the carrier computes it. */
export const sign = (body: Buffer, secret: string, unixSeconds: number): string =>
  createHmac('sha256', secret).update(`${unixSeconds}.`).update(body).digest('hex');

function isGenuine(header: string, body: Buffer, secret: string, now: Temporal.Instant): boolean {
  const [, time, given] = /^t=(\d{1,12}),v1=([\da-f]{64})$/.exec(header) ?? [];
  if (time === undefined || given === undefined) return false;
  if (Math.abs(now.epochMilliseconds / 1000 - Number(time)) > toleranceSeconds) return false;
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(sign(body, secret, Number(time)), 'hex'));
}

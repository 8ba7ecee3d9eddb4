/** CloudEvents 1.0, JSON format, as they travel between services. */
import { z } from 'zod';

/** What a service says; the outbox adds identity, time and trace. */
export interface NewEvent {
  /** Such as `arcade.order.OrderPlaced.v1`. */
  type: string;
  /** Id of the aggregate. Events of one subject are handled in the order in which they were committed. */
  subject: string;
  data: unknown;
  /** When it happened; now, unless said otherwise. */
  time?: Date;
}

export const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: z.string(),
  datacontenttype: z.literal('application/json'),
  data: z.unknown(),
  /** Cursor of this event in its feed (CloudEvents extension "Sequence"). */
  sequence: z.string(),
  /** W3C trace of what caused it (CloudEvents extension "Distributed Tracing"). */
  traceparent: z.string().optional(),
});

export type CloudEvent = z.infer<typeof cloudEvent>;

/** One answer of `GET /events`: the events after the asked cursor, and the cursor to ask from next. */
export const feedPage = z.object({
  events: z.array(cloudEvent),
  cursor: z.string(),
});

export type FeedPage = z.infer<typeof feedPage>;

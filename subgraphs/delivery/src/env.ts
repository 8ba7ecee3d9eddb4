import { httpUrl, port, readEnv, subgraphEnv } from '@arcade/subgraph-kit/env';
import { z } from 'zod';

const positive = 'expected a number of seconds above 0';

export const readDeliveryEnv = () =>
  readEnv({
    ...subgraphEnv,
    PORT: port(4003),
    /** Order's event feed. */
    FEED_ORDER: httpUrl,
    /** Deliveries that are watched at the same time, in one process. */
    MAX_SUBSCRIPTIONS: z.coerce
      .number('expected a number of subscriptions, 1 or more')
      .int('expected a number of subscriptions, 1 or more')
      .min(1, 'expected a number of subscriptions, 1 or more')
      .default(10_000),
    /** Seconds that the simulated carrier takes from one stop to the next. */
    CARRIER_PACE_SECONDS: z.coerce.number(positive).positive(positive).default(20),
    /** Shared with a carrier that reports by webhook; without it POST /carrier-events does not exist. */
    CARRIER_WEBHOOK_SECRET: z
      .string()
      .min(32, 'expected a secret of at least 32 characters')
      .meta({ secret: true })
      .optional(),
  });

export type DeliveryEnv = ReturnType<typeof readDeliveryEnv>;

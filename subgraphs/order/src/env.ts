import { httpUrl, json, port, readEnv, subgraphEnv } from '@arcade/subgraph-kit/env';
import { z } from 'zod';

const milliseconds = (standard: number) =>
  z.coerce
    .number('expected milliseconds, 0 or more')
    .int('expected whole milliseconds')
    .min(0, 'expected milliseconds, 0 or more')
    .default(standard);

const prices = z.object({ KRW: z.int().min(0), USD: z.int().min(0) });

export const readOrderEnv = () =>
  readEnv({
    ...subgraphEnv,
    PORT: port(4002),
    FEED_CATALOG: httpUrl.default('http://127.0.0.1:4001/events'),
    FEED_DELIVERY: httpUrl.default('http://127.0.0.1:4003/events'),
    /** How long placeOrder waits for stock and payment before it answers PLACED. */
    PLACE_ORDER_WAIT_MS: milliseconds(3_000),
    /** After this time without an answer about its stock an order is rejected. */
    ALLOCATION_DEADLINE_SECONDS: z.coerce
      .number('expected seconds, more than 0')
      .positive('expected seconds, more than 0')
      .default(30 * 60),
    /** How long one call to the payment provider may take; three are made. */
    PAYMENT_TIMEOUT_MS: milliseconds(2_000),
    /** Orders that are watched at the same time, in one process. */
    MAX_SUBSCRIPTIONS: z.coerce
      .number('expected a number of subscriptions, 1 or more')
      .int('expected a number of subscriptions, 1 or more')
      .min(1, 'expected a number of subscriptions, 1 or more')
      .default(10_000),
    /** What sending costs as long as delivery has not told of its methods; minor units. */
    STANDARD_SHIPPING_PRICES: json(
      z.object({ KR: prices, US: prices }),
      'prices by country such as {"KR":{"KRW":3000,"USD":250},"US":{"KRW":15000,"USD":1200}}',
    ).default({ KR: { KRW: 3_000, USD: 250 }, US: { KRW: 15_000, USD: 1_200 } }),
  });

export type OrderEnv = ReturnType<typeof readOrderEnv>;

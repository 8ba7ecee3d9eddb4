/** The order service on a database of its own, with the test in the place of catalog and delivery. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent, FeedPage } from '@arcade/subgraph-kit/events';
import { statementHeaders, testDatabase, testEnv } from '@arcade/subgraph-kit/testing';
import * as schema from './postgres/tables.ts';
import { startOrder } from './start.ts';

export type Shop = Awaited<ReturnType<typeof openShop>>;

export async function openShop(
  settings: { placeOrderWaitMs?: number; paymentTimeoutMs?: number; maxSubscriptions?: number } = {},
) {
  const db = await testDatabase({ migrations: new URL('../migrations/', import.meta.url), schema });
  const catalog = await neighbour('catalog');
  const delivery = await neighbour('delivery');
  const env = {
    ...(await testEnv()),
    DATABASE_URL: db.url,
    FEED_CATALOG: catalog.url,
    FEED_DELIVERY: delivery.url,
    PLACE_ORDER_WAIT_MS: settings.placeOrderWaitMs ?? 30_000,
    PAYMENT_TIMEOUT_MS: settings.paymentTimeoutMs ?? 2_000,
    ALLOCATION_DEADLINE_SECONDS: 60,
    MAX_SUBSCRIPTIONS: settings.maxSubscriptions ?? 100,
    STANDARD_SHIPPING_PRICES: { KR: { KRW: 3_000, USD: 250 }, US: { KRW: 15_000, USD: 1_200 } },
  };
  const service = await startOrder(env);
  const stopAnswering = new AbortController();

  /** Asks as the router does; fails on errors unless they are what the test is after. */
  async function ask<Data>(
    visitor: string | undefined,
    query: string,
    variables: object = {},
  ): Promise<Data> {
    const { data, errors } = await answer<Data>(visitor, query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  async function answer<Data>(visitor: string | undefined, query: string, variables: object = {}) {
    const headers = await statementHeaders('order', visitor === undefined ? {} : { visitor });
    const response = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    // What the server answers is what the test goes on to check.
    return (await response.json()) as { data?: Data; errors?: { extensions: { code: string } }[] };
  }

  async function events(after: string, wait: number): Promise<FeedPage> {
    const response = await fetch(`${service.url}/events?after=${after}&wait=${wait}&limit=500`, {
      headers: { authorization: `Bearer ${env.FEED_TOKEN}` },
      signal: stopAnswering.signal,
    });
    return (await response.json()) as FeedPage;
  }

  /** From now on catalog answers every placed order so. */
  function stockIs(reply: (orderId: string) => { type: string; data: object }): void {
    const loop = async () => {
      let after = '0.0';
      while (true) {
        const page = await events(after, 5);
        after = page.cursor;
        for (const { type, subject, traceparent } of page.events) {
          if (type === 'arcade.order.OrderPlaced.v1') {
            const { type: answer, data } = reply(subject);
            catalog.say(answer, subject, { orderId: subject, ...data }, new Date(), traceparent);
          }
        }
      }
    };
    loop().catch((error: unknown) => {
      if (!stopAnswering.signal.aborted) throw error;
    });
  }

  return {
    db,
    env,
    catalog,
    delivery,
    ask,
    answer,
    service,
    /** What order has told the others so far, as type and subject. */
    told: async () => (await events('0.0', 0)).events,
    stockIs,
    stockIsThere: () => stockIs(() => ({ type: 'StockAllocated', data: {} })),
    stockIsShort: (lines: object[]) => stockIs(() => ({ type: 'StockShort', data: { lines } })),
    async close() {
      stopAnswering.abort();
      await service.stop();
      await Promise.all([catalog.close(), delivery.close()]);
      await db.drop();
    },
  };
}

/** A service whose feed says what the test tells it to. */
async function neighbour(name: string) {
  const said: CloudEvent[] = [];
  const waiting = new Set<() => void>();
  const server: Server = createServer((request, response) => {
    const after = Number(
      new URL(request.url ?? '', 'http://feed').searchParams.get('after')?.split('.')[1] ?? 0,
    );
    const reply = () => {
      waiting.delete(reply);
      const page: FeedPage = { events: said.slice(after), cursor: `1.${said.length}` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(page));
    };
    if (said.length > after) reply();
    else waiting.add(reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/events`,
    say(event: string, subject: string, data: object, time = new Date(), traceparent?: string): void {
      said.push({
        specversion: '1.0',
        id: randomUUID(),
        source: `/${name}`,
        type: `arcade.${name}.${event}.v1`,
        subject,
        time: time.toISOString(),
        datacontenttype: 'application/json',
        data,
        sequence: `1.${said.length + 1}`,
        ...(traceparent !== undefined && { traceparent }),
      });
      for (const reply of [...waiting]) reply();
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Until it holds; a condition that never does fails the test by its time limit. */
export async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  while (true) {
    const value = await read();
    if (holds(value)) return value;
    await pause(20);
  }
}

import { sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import type { CloudEvent } from '../src/events.ts';
import { type EventHandler, type Follower, follow } from '../src/follow.ts';
import { eventsHandled, metrics } from '../src/metrics.ts';
import { publish } from '../src/outbox.ts';
import { listParked, replayParked } from '../src/parked.ts';
import { countStatements, type TestDatabase, testDatabase } from '../src/testing.ts';
import { FEED_TOKEN, type NoTables, type Publisher, silent, startPublisher } from './publisher.ts';

const COUNTED = 'arcade.source.Counted.v1';
const migrations = new URL('./migrations/', import.meta.url);
const quickRetries = { attempts: 3, firstMs: 20, longestMs: 50 };

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function givenPublisher(
  options: { port?: number; db?: TestDatabase<NoTables> } = {},
): Promise<Publisher> {
  const publisher = await startPublisher(options);
  cleanups.push(publisher.stop);
  return publisher;
}

async function givenConsumer(): Promise<TestDatabase<NoTables>> {
  const db = await testDatabase({ migrations, schema: {} });
  cleanups.push(db.drop);
  return db;
}

function givenFollower(db: TestDatabase<NoTables>, url: string, handler: EventHandler): Follower {
  const follower = follow({
    db,
    name: 'source',
    url,
    token: FEED_TOKEN,
    handlers: { [COUNTED]: handler },
    retries: quickRetries,
  });
  follower.start(silent);
  cleanups.push(follower.stop);
  return follower;
}

const record: EventHandler = async (tx, event) => {
  await tx.execute(sql`
    insert into effect (event_id, subject, value)
    values (${event.id}::uuid, ${event.subject}, ${valueIn(event)})`);
};

test('8 writers whose commits overtake one another: every event arrives, once', async () => {
  const { db: source, url } = await givenPublisher();
  const consumer = await givenConsumer();
  givenFollower(consumer, url, record);
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let round = 0; round < 40; round++) {
      await source.transaction(async (tx) => {
        await publish(tx, [{ type: COUNTED, subject: `writer-${writer}`, data: { value: round } }]);
        await tx.execute(sql`select pg_sleep(${Math.random() * 0.02})`);
      });
    }
  });
  await Promise.all(writers);
  await eventually(async () => expect(await effects(consumer)).toHaveLength(320));
  const bySubject = Map.groupBy(await effects(consumer), ({ subject }) => subject);
  for (const rows of bySubject.values()) {
    expect(rows.map(({ value }) => value)).toEqual(Array.from({ length: 40 }, (_, round) => round));
  }
});

test('an event whose transaction began earlier and commits later is not skipped', async () => {
  const { db: source, url } = await givenPublisher();
  const consumer = await givenConsumer();
  givenFollower(consumer, url, record);
  await source.transaction(async (slow) => {
    await publish(slow, [{ type: COUNTED, subject: 'slow', data: { value: 1 } }]);
    await source.transaction((fast) =>
      publish(fast, [{ type: COUNTED, subject: 'fast', data: { value: 2 } }]),
    );
  });
  await eventually(async () => {
    expect((await effects(consumer)).map(({ subject }) => subject)).toEqual(['slow', 'fast']);
  });
});

test('two instances of one consumer share the work and do nothing twice', async () => {
  const { db: source, url } = await givenPublisher();
  const consumer = await givenConsumer();
  givenFollower(consumer, url, record);
  givenFollower(consumer, url, record);
  for (let value = 0; value < 60; value++) {
    await publish(source.drizzle, [{ type: COUNTED, subject: 'same', data: { value } }]);
  }
  await eventually(async () => expect(await effects(consumer)).toHaveLength(60));
  expect((await effects(consumer)).map(({ value }) => value)).toEqual(
    Array.from({ length: 60 }, (_, value) => value),
  );
});

test('a crash after the effect and before the commit leaves nothing, and the event is handled once after it', async () => {
  const { db: source, url } = await givenPublisher();
  const consumer = await givenConsumer();
  let crashed = false;
  givenFollower(consumer, url, async (tx, event) => {
    await record(tx, event);
    if (crashed) return;
    crashed = true;
    // What kill -9 of this process looks like to PostgreSQL.
    await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
  });
  await publish(source.drizzle, [
    { type: COUNTED, subject: 'a', data: { value: 1 } },
    { type: COUNTED, subject: 'a', data: { value: 2 } },
  ]);
  await eventually(async () => {
    expect((await effects(consumer)).map(({ value }) => value)).toEqual([1, 2]);
  });
});

test('a position that was lost is caught by the inbox: known events do nothing', async () => {
  const { db: source, url } = await givenPublisher();
  const consumer = await givenConsumer();
  const first = givenFollower(consumer, url, record);
  await publish(source.drizzle, [{ type: COUNTED, subject: 'a', data: { value: 1 } }]);
  await eventually(async () => expect(await effects(consumer)).toHaveLength(1));
  await first.stop();
  await consumer.drizzle.execute(sql`update consumer_position set cursor = '0.0'`);
  givenFollower(consumer, url, record);
  await publish(source.drizzle, [{ type: COUNTED, subject: 'b', data: { value: 2 } }]);
  await eventually(async () => {
    expect((await effects(consumer)).map(({ value }) => value)).toEqual([1, 2]);
  });
});

test('the inbox forgets what was handled more than 30 days ago, batch by batch, and nothing of others', async () => {
  const { db: source, url } = await givenPublisher();
  const consumer = await givenConsumer();
  await consumer.drizzle.execute(sql`
    insert into inbox (consumer, event_id, handled_at)
    select 'source', gen_random_uuid(), now() - interval '31 days' from generate_series(1, 1001)
    union all select 'source', gen_random_uuid(), now() - interval '29 days'
    union all select 'other', gen_random_uuid(), now() - interval '31 days'`);
  givenFollower(consumer, url, record);
  await publish(source.drizzle, [{ type: COUNTED, subject: 'a', data: { value: 1 } }]);
  await eventually(async () => {
    const { rows } = await consumer.drizzle.execute<{ consumer: string; days: number }>(
      sql`select consumer, extract(day from now() - handled_at)::int as days from inbox order by 1, 2`,
    );
    expect(rows).toEqual([
      { consumer: 'other', days: 31 },
      { consumer: 'source', days: 0 },
      { consumer: 'source', days: 29 },
    ]);
  });
});

test('a message that fails is tried again; later ones of its subject wait behind it and others go on', async () => {
  const { db: source, url } = await givenPublisher();
  const consumer = await givenConsumer();
  const healthy = false;
  const attempts: number[] = [];
  givenFollower(consumer, url, async (tx, event) => {
    if (valueIn(event) === 1) attempts.push(1);
    if (valueIn(event) === 1 && !healthy) throw new Error('the cause');
    await record(tx, event);
  });
  await publish(source.drizzle, [
    { type: COUNTED, subject: 'sick', data: { value: 1 } },
    { type: COUNTED, subject: 'sick', data: { value: 2 } },
    { type: COUNTED, subject: 'well', data: { value: 3 } },
  ]);
  await eventually(async () => {
    expect((await effects(consumer)).map(({ value }) => value)).toEqual([3]);
    expect((await listParked(consumer.drizzle)).map(({ state }) => state)).toEqual(['parked', 'waiting']);
  });
  expect(attempts).toHaveLength(quickRetries.attempts);
  const [parked] = await listParked(consumer.drizzle);
  expect(parked?.error).toBe('the cause');
  await eventually(async () => {
    expect(await metrics.metrics()).toContain('parked_messages{consumer="source",state="parked"} 1');
  });
});

test('a replay handles what was given up, in the order of its subject', async () => {
  const { db: source, url } = await givenPublisher();
  const consumer = await givenConsumer();
  let healthy = false;
  const follower = givenFollower(consumer, url, async (tx, event) => {
    if (!healthy) throw new Error('the cause');
    await record(tx, event);
  });
  await publish(source.drizzle, [
    { type: COUNTED, subject: 'sick', data: { value: 1 } },
    { type: COUNTED, subject: 'sick', data: { value: 2 } },
  ]);
  await eventually(async () => {
    expect((await listParked(consumer.drizzle)).map(({ state }) => state)).toEqual(['parked', 'waiting']);
  });
  healthy = true;
  expect(await replayParked(consumer.drizzle)).toBe(2);
  follower.retryNow();
  await eventually(async () => {
    expect((await effects(consumer)).map(({ value }) => value)).toEqual([1, 2]);
    expect(await listParked(consumer.drizzle)).toEqual([]);
  });
});

test('a source that is away is waited for, and read when it is back', async () => {
  const first = await givenPublisher();
  const consumer = await givenConsumer();
  givenFollower(consumer, first.url, record);
  await publish(first.db.drizzle, [{ type: COUNTED, subject: 'a', data: { value: 1 } }]);
  await eventually(async () => expect(await effects(consumer)).toHaveLength(1));
  await first.stopServing();
  await publish(first.db.drizzle, [{ type: COUNTED, subject: 'a', data: { value: 2 } }]);
  await eventually(async () => {
    expect(await metrics.metrics()).toContain('feed_reachable{consumer="source"} 0');
  });
  await givenPublisher({ port: first.port, db: first.db });
  await eventually(async () => expect(await effects(consumer)).toHaveLength(2));
});

test('followers at the end of a feed cost it one read for each event, together', async () => {
  const { db: source, url } = await givenPublisher();
  const consumers = [await givenConsumer(), await givenConsumer()];
  for (const consumer of consumers) givenFollower(consumer, url, record);
  await publish(source.drizzle, [{ type: COUNTED, subject: 'a', data: { value: 0 } }]);
  const allHave = (count: number) =>
    eventually(async () => {
      for (const consumer of consumers) expect(await effects(consumer)).toHaveLength(count);
    });
  await allHave(1);
  const { statements } = await countStatements(async () => {
    await publish(source.drizzle, [{ type: COUNTED, subject: 'a', data: { value: 1 } }]);
    await allHave(2);
  });
  expect(statements.filter((text) => text.includes('from outbox'))).toHaveLength(1);
});

test('an event costs four statements: begin, claim, its effect, commit', async () => {
  const { db: source, url } = await givenPublisher();
  const consumer = await givenConsumer();
  givenFollower(consumer, url, record);
  const handleOne = async () => {
    const before = await handledEvents();
    await publish(source.drizzle, [{ type: COUNTED, subject: 'a', data: { value: before } }]);
    await eventually(async () => expect(await handledEvents()).toBe(before + 1));
  };
  await handleOne();
  // The look at parked messages with which a follower starts may still be under way at the first.
  await eventually(async () => {
    const { statements } = await countStatements(handleOne);
    const consuming = statements.filter((text) => !/\boutbox\b/.test(text));
    expect(consuming.map((text) => text.trim().split(/\s/, 1)[0])).toEqual([
      'begin',
      'with',
      'insert',
      'commit',
    ]);
  });
});

const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000 });

function valueIn(event: CloudEvent): number {
  const { data } = event;
  if (typeof data === 'object' && data !== null && 'value' in data && typeof data.value === 'number')
    return data.value;
  throw new Error(`event ${event.id} has no value`);
}

async function handledEvents(): Promise<number> {
  const { values } = await eventsHandled.get();
  return values.reduce((sum, { value }) => sum + value, 0);
}

async function effects(db: TestDatabase<NoTables>) {
  const { rows } = await db.drizzle.execute<{ subject: string; value: number }>(
    sql`select subject, value from effect order by position`,
  );
  return rows;
}

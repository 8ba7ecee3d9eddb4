/** Wakes whoever waits for the outbox: one LISTEN connection a process, however many followers ask. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './database.ts';
import type { Logger } from './service.ts';

export interface OutboxListener {
  /** Grows with every piece of news. */
  readonly generation: number;
  /** Ends when there is news after this generation, after so many milliseconds (when given), or when the signal says so. */
  newsAfter(generation: number, milliseconds: number | undefined, over: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** A lost connection is made again, and everybody woken, since what happened meanwhile was not heard. */
const RECONNECT_MS = { first: 100, longest: 5_000 };

export function listenToOutbox(db: Pick<Database, 'pool'>, log: Logger): OutboxListener {
  const emitter = new EventEmitter().setMaxListeners(0);
  const closed = new AbortController();
  let client: pg.Client | undefined;
  let generation = 0;
  const running = run();

  function tell() {
    generation++;
    emitter.emit('news');
  }

  async function run() {
    let pause = RECONNECT_MS.first;
    while (!closed.signal.aborted) {
      client = new pg.Client({ ...db.pool.options, keepAlive: true });
      const ended = once(client, 'end');
      client.on('error', (error) =>
        log.warn({ err: error }, 'lost the connection that listens to the outbox'),
      );
      client.on('notification', tell);
      try {
        await client.connect();
        await client.query('listen outbox');
        tell();
        pause = RECONNECT_MS.first;
        await ended;
      } catch (error) {
        if (!closed.signal.aborted) log.warn({ err: error }, 'cannot listen to the outbox; trying again');
      }
      await sleep(pause, undefined, { signal: closed.signal }).catch(() => {});
      pause = Math.min(pause * 2, RECONNECT_MS.longest);
    }
  }

  return {
    get generation() {
      return generation;
    },
    async newsAfter(known, milliseconds, over) {
      if (generation !== known) return;
      const heard = new AbortController();
      const hear = () => heard.abort();
      emitter.once('news', hear);
      const signals = [heard.signal, over];
      if (milliseconds !== undefined) signals.push(AbortSignal.timeout(milliseconds));
      const first = AbortSignal.any(signals);
      if (!first.aborted) await once(first, 'abort');
      emitter.off('news', hear);
    },
    async close() {
      closed.abort();
      await client?.end();
      await running;
    },
  };
}

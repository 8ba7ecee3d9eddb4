/** Wakes whoever waits for the outbox: one LISTEN connection a process, however many followers ask. */
import { EventEmitter, once } from 'node:events';
import type { Database } from './database.ts';
import { listen } from './listen.ts';
import type { Logger } from './service.ts';

export interface OutboxListener {
  /** Grows with every piece of news. */
  readonly generation: number;
  /** Ends when there is news after this generation, after so many milliseconds (when given), or when the signal says so. */
  newsAfter(generation: number, milliseconds: number | undefined, over: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export function listenToOutbox(db: Pick<Database, 'pool'>, log: Logger): OutboxListener {
  const emitter = new EventEmitter().setMaxListeners(0);
  let generation = 0;

  function tell() {
    generation++;
    emitter.emit('news');
  }

  const listener = listen(db, {
    handlers: { outbox: tell },
    onListening: tell,
    onError: (err) => log.warn({ err }, 'lost the connection that listens to the outbox; trying again'),
  });

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
    close: () => listener.stop(),
  };
}

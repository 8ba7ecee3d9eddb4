// @vitest-environment jsdom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { follow } from './event-stream.ts';

/** A request of the page's, as the shell's server sees it. */
interface Stream {
  readonly init: RequestInit;
  say(text: string): Promise<void>;
  next(data: unknown, errors?: unknown): Promise<void>;
  end(): Promise<void>;
  readonly isOpen: boolean;
}

let streams: Stream[];
/** What the shell's server answers with instead, while it is set. */
let refusal: (() => Promise<Response>) | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', answer);
  streams = [];
  refusal = undefined;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function answer(_address: string, init: RequestInit): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const say = (text: string) => writer.write(new TextEncoder().encode(text)).then(settled);
  let isOpen = !refusal;
  streams.push({
    init,
    say,
    next: (data, errors) => say(`event: next\ndata: ${JSON.stringify({ data, errors })}\n\n`),
    end() {
      isOpen = false;
      return writer.close().then(settled);
    },
    get isOpen() {
      return isOpen;
    },
  });
  init.signal?.addEventListener('abort', () => {
    isOpen = false;
    writer.abort(init.signal?.reason).catch(() => {});
  });
  return refusal ? refusal() : new Response(readable);
}

/** Until what has been said is heard. */
const settled = () => seconds(0);
const seconds = async (count: number) => void (await vi.advanceTimersByTimeAsync(count * 1_000));

function followed() {
  const heard: unknown[] = [];
  const end = follow('{"variables":{"id":"o1"}}', ({ data }) => heard.push(data));
  onTestFinished(end);
  return { heard, end };
}

function look(visibility: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
}

test('what a stream tells is heard at once, in order, and without its heartbeat', async () => {
  const { heard } = followed();
  const [stream] = streams;
  expect(stream?.init).toMatchObject({
    method: 'POST',
    body: '{"variables":{"id":"o1"}}',
    headers: { accept: 'text/event-stream' },
  });
  await stream?.next({ state: 'PLACED' });
  expect(heard).toEqual([{ state: 'PLACED' }]);
  await stream?.say(':\n\n');
  await stream?.say('event: next\nda');
  await stream?.say('ta: {"data":{"state":"CONFIRMED"}}\n\n');
  expect(heard).toEqual([{ state: 'PLACED' }, { state: 'CONFIRMED' }]);
});

test('a stream that ends, with or without a goodbye, is begun again', async () => {
  const { heard } = followed();
  await streams[0]?.say('event: complete\ndata:\n\n');
  expect(streams[0]?.isOpen).toBe(false);
  await seconds(1);
  expect(streams).toHaveLength(2);
  await streams[1]?.end();
  await seconds(2);
  await streams[2]?.next({ state: 'DELIVERED' });
  expect(heard).toEqual([{ state: 'DELIVERED' }]);
});

test('while the shop is away it is asked less and less often, and followed again when it is back', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const { heard } = followed();
  await streams[0]?.next({ state: 'PLACED' });
  refusal = async () => new Response(null, { status: 503 });
  await streams[0]?.end();
  await seconds(1 + 2 + 4 + 8 + 16);
  expect(streams).toHaveLength(6);
  refusal = () => Promise.reject(new TypeError('Failed to fetch'));
  await seconds(10 * 30);
  expect(streams).toHaveLength(16);
  expect(heard).toEqual([{ state: 'PLACED' }]);
  refusal = undefined;
  await seconds(30);
  await streams.at(-1)?.next({ state: 'CONFIRMED' });
  expect(heard).toEqual([{ state: 'PLACED' }, { state: 'CONFIRMED' }]);
});

test('after a stream that lasted the next one comes soon', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  refusal = async () => new Response(null, { status: 503 });
  followed();
  await seconds(1 + 2 + 4);
  refusal = undefined;
  await seconds(8);
  for (let beat = 0; beat < 3; beat++) {
    await seconds(12);
    await streams.at(-1)?.say(':\n\n');
  }
  const before = streams.length;
  await streams.at(-1)?.end();
  await seconds(1);
  expect(streams).toHaveLength(before + 1);
});

test('a connection that has died without a word is given up, one whose heart beats is kept', async () => {
  followed();
  for (let beat = 0; beat < 10; beat++) {
    await seconds(12);
    await streams[0]?.say(':\n\n');
  }
  expect(streams.map(({ isOpen }) => isOpen)).toEqual([true]);
  await seconds(41);
  expect(streams.map(({ isOpen }) => isOpen)).toEqual([false, true]);
});

test('an event with an error, or that is none, takes nothing from the page', async () => {
  const { heard } = followed();
  await streams[0]?.next({ order: null }, [{ message: 'The order service is away.' }]);
  await streams[0]?.next(null, [{ message: 'Too many subscriptions are open just now.' }]);
  expect(heard).toEqual([]);
  await streams[0]?.say('event: next\ndata: <html>\n\n');
  expect(streams[0]?.isOpen).toBe(false);
  await seconds(1);
  await streams[1]?.next({ order: 'o1' });
  expect(heard).toEqual([{ order: 'o1' }]);
});

test('it is followed only while the page is seen', async () => {
  const { heard } = followed();
  look('hidden');
  await seconds(300);
  expect(streams.map(({ isOpen }) => isOpen)).toEqual([false]);
  look('visible');
  await streams[1]?.next({ state: 'DELIVERED' });
  expect(heard).toEqual([{ state: 'DELIVERED' }]);
});

test('a page that begins unseen follows when it is seen', async () => {
  look('hidden');
  followed();
  expect(streams).toEqual([]);
  look('visible');
  expect(streams).toHaveLength(1);
});

test('who ends it hears and asks nothing more, also between two streams', async () => {
  const open = followed();
  open.end();
  expect(streams[0]?.isOpen).toBe(false);
  const between = followed();
  await streams[1]?.end();
  between.end();
  look('visible');
  await seconds(300);
  expect(streams).toHaveLength(2);
  expect([...open.heard, ...between.heard]).toEqual([]);
});

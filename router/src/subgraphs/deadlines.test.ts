import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startWaiting, stopWaiting, type Waiting } from './deadlines.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function waitsFor(milliseconds: number, signal?: AbortSignal) {
  const gaveUp: string[] = [];
  const who: Waiting = {
    deadline: performance.now() + milliseconds,
    signal,
    place: -1,
    giveUp: (why) => void gaveUp.push(why),
  };
  startWaiting(who);
  return { who, gaveUp };
}

test('who waits is told once, when the deadline is over or the client has gone', () => {
  const gone = new AbortController();
  const [late, leaving, patient] = [waitsFor(15), waitsFor(1_000, gone.signal), waitsFor(500)];
  vi.advanceTimersByTime(10);
  expect(late.gaveUp).toEqual([]);
  vi.advanceTimersByTime(10);
  expect(late.gaveUp).toEqual(['late']);
  gone.abort();
  vi.advanceTimersByTime(10);
  expect(leaving.gaveUp).toEqual(['gone']);
  vi.advanceTimersByTime(2_000);
  expect([late.gaveUp, leaving.gaveUp, patient.gaveUp]).toEqual([['late'], ['gone'], ['late']]);
  expect(vi.getTimerCount()).toBe(0);
});

test('who has stopped waiting hears nothing, whoever stops them and in whatever order', () => {
  const all = Array.from({ length: 6 }, () => waitsFor(15));
  const [first, second, third, , , last] = all;
  // As a flight does: one reader's end is the end of others.
  if (third) third.who.giveUp = () => second && stopWaiting(second.who);
  if (first) stopWaiting(first.who);
  if (last) stopWaiting(last.who);
  if (last) stopWaiting(last.who);
  vi.advanceTimersByTime(100);
  expect(all.map(({ gaveUp }) => gaveUp.length)).toEqual([0, 0, 0, 1, 1, 0]);
});

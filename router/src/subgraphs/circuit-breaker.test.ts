import { expect, test } from 'vitest';
import { type BreakerOptions, type BreakerState, circuitBreaker } from './circuit-breaker.ts';

function startBreaker(options: BreakerOptions = {}) {
  const clock = { now: 0 };
  const changes: BreakerState[] = [];
  const breaker = circuitBreaker({
    windowMs: 10_000,
    minimum: 10,
    failureRate: 0.5,
    openMs: 5_000,
    now: () => clock.now,
    onChange: (state) => changes.push(state),
    ...options,
  });
  const ask = (outcome: 'ok' | 'failed' | 'unknown', times = 1) => {
    for (let time = 0; time < times; time++) {
      const admission = breaker.enter();
      if (admission) breaker.report(admission, outcome);
    }
  };
  return { breaker, clock, changes, ask };
}

test('it opens when half of enough requests fail', () => {
  const { breaker, ask } = startBreaker();
  ask('ok', 5);
  ask('failed', 4);
  expect(breaker.state).toBe('closed');
  ask('failed');
  expect(breaker.state).toBe('open');
  expect(breaker.enter()).toBeUndefined();
});

test('a few failures alone, and ends that say nothing, do not open it', () => {
  const { breaker, ask } = startBreaker();
  ask('failed', 9);
  ask('unknown', 100);
  expect(breaker.state).toBe('closed');
});

test('what is older than the window is forgotten, and nothing younger', () => {
  const { breaker, clock, ask } = startBreaker();
  ask('failed', 9);
  clock.now = 10_000;
  ask('failed', 5);
  expect(breaker.state).toBe('closed');
  clock.now = 19_000;
  ask('failed', 4);
  expect(breaker.state).toBe('closed');
  ask('failed');
  expect(breaker.state).toBe('open');
  const idle = startBreaker();
  idle.ask('failed', 9);
  idle.clock.now = 1e9;
  idle.ask('failed', 9);
  expect(idle.breaker.state).toBe('closed');
});

test('after a while one request is let through, and decides', () => {
  const { breaker, clock, ask, changes } = startBreaker();
  ask('failed', 10);
  clock.now = 4_999;
  expect(breaker.enter()).toBeUndefined();
  clock.now = 5_000;
  const probe = breaker.enter();
  expect(probe).toBe('probe');
  expect(breaker.enter()).toBeUndefined();
  breaker.report('probe', 'failed');
  expect([breaker.state, breaker.enter()]).toEqual(['open', undefined]);
  clock.now = 10_000;
  ask('ok');
  expect(breaker.state).toBe('closed');
  expect(changes).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  ask('failed', 9);
  expect(breaker.state, 'what was before is forgotten').toBe('closed');
});

test('a probe that says nothing makes room for another', () => {
  const { breaker, clock, ask } = startBreaker();
  ask('failed', 10);
  clock.now = 5_000;
  ask('unknown');
  expect(breaker.enter()).toBe('probe');
});

test('what was asked before it opened does not decide', () => {
  const { breaker, clock, ask } = startBreaker();
  const before = breaker.enter();
  ask('failed', 10);
  clock.now = 5_000;
  breaker.enter();
  if (before) breaker.report(before, 'ok');
  expect(breaker.state).toBe('half-open');
  if (before) breaker.report(before, 'failed');
  expect(breaker.state).toBe('half-open');
});

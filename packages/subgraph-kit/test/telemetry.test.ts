import { trace } from '@opentelemetry/api';
import { expect, test } from 'vitest';
import { incomingTrace } from '../src/telemetry.ts';

const idsOf = (traceparent?: string) => trace.getSpanContext(incomingTrace(traceparent));

test('who brings no trace begins one of its own, and no two are alike', () => {
  const begun = Array.from({ length: 5_000 }, () => idsOf());
  for (const ids of begun) {
    expect(ids?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(ids?.spanId).toMatch(/^[0-9a-f]{16}$/);
  }
  expect(new Set(begun.map((ids) => ids?.traceId)).size).toBe(begun.length);
  expect(new Set(begun.map((ids) => ids?.spanId)).size).toBe(begun.length);
});

test('who brings a trace is in it', () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  expect(idsOf(`00-${traceId}-00f067aa0ba902b7-01`)).toMatchObject({ traceId, isRemote: true });
  expect(idsOf('not a trace')?.traceId).not.toBe(traceId);
});

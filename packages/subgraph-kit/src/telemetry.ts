/**
 * Traces: W3C `traceparent` in and out, and a trace id for every log line and error even when nobody collects spans.
 * Spans are the OpenTelemetry API's. They become real when OTEL_EXPORTER_OTLP_ENDPOINT is set; the SDK is loaded only
 * then (`tracing-sdk.ts`), so that a process without a collector pays neither its memory nor its start.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomFillSync } from 'node:crypto';
import {
  type Attributes,
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { errorText } from './error-text.ts';

const storage = new AsyncLocalStorage<Context>();

context.setGlobalContextManager({
  active: () => storage.getStore() ?? ROOT_CONTEXT,
  with: (active, work, thisArg, ...args) => storage.run(active, () => work.call(thisArg as never, ...args)),
  bind: (active, target) =>
    typeof target === 'function'
      ? (((...args: unknown[]) => storage.run(active, () => target(...args))) as typeof target)
      : target,
  enable() {
    return this;
  },
  disable() {
    storage.disable();
    return this;
  },
});

let tracing = false;

export const isTracing = () => tracing;

/** Starts exporting when the environment names a collector; call once, before the first span. */
export async function startTracing(service: string): Promise<() => Promise<void>> {
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT) return async () => {};
  const sdk = await import('./tracing-sdk.ts');
  const stop = sdk.registerTracer(service);
  tracing = true;
  return stop;
}

/** Runs work in a span that ends when the work does, and that carries its error. */
export function inSpan<Result>(
  name: string,
  options: { kind?: SpanKind; attributes?: Attributes; parent?: Context },
  work: (span: Span) => Result,
): Result {
  const { parent = context.active(), ...spanOptions } = options;
  const span = trace.getTracer('arcade').startSpan(name, spanOptions, parent);
  return context.with(trace.setSpan(parent, span), () => {
    try {
      const result = work(span);
      if (result instanceof Promise) return result.catch(fail).finally(() => span.end()) as Result;
      span.end();
      return result;
    } catch (error) {
      span.end();
      return fail(error);
    }
  });

  function fail(error: unknown): never {
    span.setStatus({
      code: SpanStatusCode.ERROR,
      message: errorText(error),
    });
    throw error;
  }
}

/** The context in which to handle what arrived with this `traceparent`; a new trace when there is none. */
export function incomingTrace(traceparent: string | undefined): Context {
  const remote = parseTraceparent(traceparent);
  if (remote) return trace.setSpanContext(ROOT_CONTEXT, remote);
  // A real tracer begins the trace itself; without one the ids still have to come from somewhere.
  if (tracing) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: randomHex(16),
    spanId: randomHex(8),
    traceFlags: TraceFlags.NONE,
  });
}

/** Fetched many at a time: each call into the system costs several microseconds, and every request needs two. */
const random = Buffer.allocUnsafe(12_288);
let used = random.length;

function randomHex(bytes: number): string {
  if (used + bytes > random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += bytes;
  return random.toString('hex', used - bytes, used);
}

/** Header for what leaves this process, so that the receiver joins the trace. */
export function outgoingTraceparent(): string | undefined {
  const active = trace.getActiveSpan()?.spanContext();
  if (!active) return undefined;
  return `00-${active.traceId}-${active.spanId}-${active.traceFlags.toString(16).padStart(2, '0')}`;
}

export const traceId = (): string | undefined => trace.getActiveSpan()?.spanContext().traceId;

/** https://www.w3.org/TR/trace-context/#traceparent-header */
function parseTraceparent(header: string | undefined): SpanContext | undefined {
  const match =
    /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/.exec(
      header ?? '',
    );
  const [, traceId, spanId, flags] = match ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

export { SpanKind };

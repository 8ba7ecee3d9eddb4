/**
 * One request over HTTP and its answer, as a handler of undici's `dispatch`: two thirds of the CPU of `pool.request` with an
 * AbortSignal, and it sees whether bytes of an answer have come, which decides whether it may be asked again.
 */
import type { Dispatcher } from 'undici';
import { errors } from 'undici';

/** The subgraph's answer is larger than it may be. */
export class AnswerTooLarge extends Error {
  override name = 'AnswerTooLarge';
}

export interface HttpAnswer {
  status: number;
  cacheControl: string | undefined;
  text: string;
  /** Size of the text. */
  bytes: number;
}

/** Told exactly once what became of it, unless it is cut. */
export interface ExchangeListener {
  onAnswer(answer: HttpAnswer): void;
  /** @param untouched no byte of an answer had come */
  onError(error: Error, untouched: boolean): void;
}

export class Exchange implements Dispatcher.DispatchHandler {
  readonly #listener: ExchangeListener;
  readonly #maxBytes: number;
  #controller: Dispatcher.DispatchController | undefined;
  #cut: Error | undefined;
  #touched = false;
  #status = 0;
  #cacheControl: string | undefined;
  #first: Buffer | undefined;
  #chunks: Buffer[] | undefined;
  #bytes = 0;

  constructor(maxBytes: number, listener: ExchangeListener) {
    this.#maxBytes = maxBytes;
    this.#listener = listener;
  }

  /** Ends it, and its connection; the listener hears nothing more. */
  cut(reason: Error): void {
    this.#cut = reason;
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // It may have been cut while it waited for a connection.
    if (this.#cut) controller.abort(this.#cut);
    this.#controller = controller;
  }

  onResponseStarted(): void {
    this.#touched = true;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status;
    this.#cacheControl = headers['cache-control']?.toString();
    if (Number(headers['content-length']) > this.#maxBytes) this.#tooLarge();
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) this.#tooLarge();
    else if (!this.#first) this.#first = chunk;
    else if (this.#chunks) this.#chunks.push(chunk);
    else this.#chunks = [this.#first, chunk];
  }

  onResponseEnd(): void {
    if (this.#cut) return;
    const body = this.#chunks ? Buffer.concat(this.#chunks, this.#bytes) : this.#first;
    this.#listener.onAnswer({
      status: this.#status,
      cacheControl: this.#cacheControl,
      text: body?.toString('utf8') ?? '',
      bytes: this.#bytes,
    });
  }

  onResponseError(_controller: unknown, error: Error): void {
    if (!this.#cut) this.#listener.onError(error, !this.#touched);
  }

  #tooLarge(): void {
    if (this.#cut) return;
    const error = new AnswerTooLarge(`the answer has more than ${this.#maxBytes} bytes`);
    this.cut(error);
    this.#listener.onError(error, false);
  }
}

/** The connection ended under the request: a subgraph that restarts, or that closed an idle connection at that moment. */
export function isConnectionLoss(error: Error): boolean {
  if (error instanceof errors.SocketError) return true;
  const code = 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE';
}

/** A subgraph down to its sockets: what it does with a request is up to the test, also what no HTTP server would do. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface RawRequest {
  headers: Record<string, string>;
  body: string;
  socket: Socket;
  /** Of all requests, and of those on this connection; the first is 1. */
  number: number;
  onConnection: number;
}

export interface RawSubgraph {
  url: string;
  /** All that came, oldest first. */
  seen: RawRequest[];
  /** Connections that are open now, and all there ever were. */
  open: Set<Socket>;
  connections: number;
  /** Settles when so many requests have come. */
  received(count: number): Promise<void>;
  /** Settles when no connection is open. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export async function rawSubgraph(behave: (request: RawRequest) => void): Promise<RawSubgraph> {
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const look of watchers) look();
  };
  const until = (so: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!so()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  const server = createServer((socket) => {
    raw.open.add(socket);
    raw.connections++;
    let onConnection = 0;
    let text = '';
    socket.on('error', () => {});
    socket.on('close', () => {
      raw.open.delete(socket);
      changed();
    });
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
      for (let request = parse(text); request; request = parse(text)) {
        text = text.slice(request.length);
        const { headers, body } = request;
        const seen = { headers, body, socket, number: raw.seen.length + 1, onConnection: ++onConnection };
        raw.seen.push(seen);
        behave(seen);
        changed();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const raw: RawSubgraph = {
    url: `http://127.0.0.1:${address.port}/graphql`,
    seen: [],
    open: new Set(),
    connections: 0,
    received: (count) => until(() => raw.seen.length >= count),
    idle: () => until(() => raw.open.size === 0),
    async stop() {
      server.close();
      for (const socket of raw.open) socket.destroy();
      if (server.listening) await once(server, 'close');
    },
  };
  return raw;
}

function parse(text: string) {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const headers: Record<string, string> = {};
  for (const line of text.slice(0, end).split('\r\n').slice(1)) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const length = end + 4 + Number(headers['content-length'] ?? 0);
  return text.length < length ? undefined : { headers, body: text.slice(end + 4, length), length };
}

/** An HTTP response as text. */
export function response(body: string, { status = 200, headers = {} }: ResponseOptions = {}): string {
  const lines = Object.entries({
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n${body}`;
}

interface ResponseOptions {
  status?: number;
  headers?: Record<string, string>;
}

/**
 * Memory of a process that runs as in production: its heap after a full garbage collection, forced from outside, and its resident memory. The
 * inspector is opened by SIGUSR1 and has nobody connected but for the moment of a sample.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

export interface Sample {
  /** Megabytes. */
  heap: number;
  /** Megabytes: heap, code, buffers, stacks, and what V8 and malloc keep for later. */
  resident: number;
}

export interface Watched {
  name: string;
  sample(): Promise<Sample>;
}

const OPEN_MS = 5_000;

/** `logFile`: where the process says at which address its inspector listens; `address`: where it serves `/metrics`. */
export async function watchMemory(of: {
  name: string;
  pid: number;
  logFile: string;
  address: string;
}): Promise<Watched> {
  const inspector = await openInspector(of);
  return {
    name: of.name,
    async sample() {
      const heap = await heapAfterCollection(inspector);
      return { heap: heap / 2 ** 20, resident: (await residentBytes(of.address)) / 2 ** 20 };
    },
  };
}

async function openInspector({ name, pid, logFile }: { name: string; pid: number; logFile: string }) {
  process.kill(pid, 'SIGUSR1');
  const last = performance.now() + OPEN_MS;
  while (performance.now() < last) {
    const [, url] = /Debugger listening on (ws:\S+)/.exec(await readFile(logFile, 'utf8')) ?? [];
    if (url) return url;
    await delay(50);
  }
  throw new Error(`${name} opens no inspector: see ${logFile}.`);
}

async function heapAfterCollection(inspector: string): Promise<number> {
  const socket = new WebSocket(inspector);
  let asked = 0;
  const waiting = new Map<number, (result: { usedSize: number }) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data));
    waiting.get(id)?.(result);
  });
  const ask = (method: string) =>
    new Promise<{ usedSize: number }>((resolve, reject) => {
      waiting.set(++asked, resolve);
      socket.addEventListener('close', () => reject(new Error(`${inspector} was closed`)), { once: true });
      socket.send(JSON.stringify({ id: asked, method }));
    });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`${inspector} does not answer`)), { once: true });
  });
  try {
    await ask('HeapProfiler.collectGarbage');
    return (await ask('Runtime.getHeapUsage')).usedSize;
  } finally {
    socket.close();
  }
}

async function residentBytes(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
}

// A shop that runs is known by a socket in its data folder: it keeps a second one from starting, tells where things are, and
// lets tests stop and start single processes. A socket, not a file with a process id: it cannot outlive its owner.
import { rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import path from 'node:path';
import type { Supervised } from './supervisor.ts';

export interface ShopStatus {
  pid: number;
  address: string;
  processes: Record<string, { state: string; restarts: number; pid: number | undefined; address: string }>;
}

export type Act = 'stop' | 'start' | 'restart' | 'kill';

/** Relative where that is shorter: systems allow 104 characters. */
const socketOf = (dataDir: string) => {
  const absolute = path.join(dataDir, 'shop.sock');
  const relative = path.relative(process.cwd(), absolute);
  return relative.length < absolute.length ? relative : absolute;
};

/** Null when another shop holds the folder. `unclean`: the one before did not end by itself. */
export async function claim(dataDir: string): Promise<{ server: Server; unclean: boolean } | null> {
  const server = createServer();
  const listen = () =>
    new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(socketOf(dataDir), () => resolve(true));
    });
  if (await listen()) return { server, unclean: false };
  if (await askShop(dataDir)) return null;
  rmSync(socketOf(dataDir), { force: true });
  if (await listen()) return { server, unclean: true };
  throw new Error(`Cannot listen on ${socketOf(dataDir)}.`);
}

export function serveControl(server: Server, status: () => ShopStatus, processes: Map<string, Supervised>) {
  server.on('request', async (incoming, answer) => {
    const [, name, act] = /^\/processes\/([a-z]+)\/([a-z]+)$/.exec(incoming.url ?? '') ?? [];
    const target = processes.get(name ?? '');
    if (incoming.method === 'POST' && target && act) {
      try {
        if (act === 'kill') target.kill('SIGKILL');
        if (act === 'stop' || act === 'restart') await target.stop();
        if (act === 'start' || act === 'restart') await target.start();
      } catch (error) {
        answer.writeHead(500).end(error instanceof Error ? error.message : String(error));
        return;
      }
    }
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(status()));
  });
}

/** The state of the shop that runs in a data folder, after the act; undefined when none runs. */
export function askShop(
  dataDir: string,
  act?: { process: string; act: Act },
): Promise<ShopStatus | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request({
      socketPath: socketOf(dataDir),
      path: act ? `/processes/${act.process}/${act.act}` : '/',
      method: act ? 'POST' : 'GET',
    });
    asking.once('error', () => resolve(undefined));
    asking.once('response', async (answer) => {
      const text = (await answer.toArray()).join('');
      if (answer.statusCode === 200) resolve(JSON.parse(text));
      else reject(new Error(text));
    });
    asking.end();
  });
}

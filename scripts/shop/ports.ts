import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ports, portVariables } from './env.ts';

/** Those of `ports` that something else listens on, after waiting for leftovers of our own to go. */
export async function requireFree(ports: Partial<Ports>, waitMs: number): Promise<void> {
  const deadline = Date.now() + waitMs;
  for (const [name, port] of Object.entries(ports)) {
    while (!(await isFree(port))) {
      if (Date.now() > deadline) throw new PortTaken(name as keyof Ports, port);
      await sleep(100);
    }
  }
}

export class PortTaken extends Error {
  constructor(name: keyof Ports, port: number) {
    super(
      `Port ${port} on 127.0.0.1, meant for ${name}, is taken: stop what uses it, or choose another with ${portVariables[name]}.`,
    );
  }
}

/**
 * Free ports for a shop of its own. Taken below the range from which systems give ports to outgoing connections, so that
 * none of them is lost between the choice and the use.
 */
export async function freePorts(): Promise<Ports> {
  const chosen = new Set<number>();
  while (chosen.size < Object.keys(portVariables).length) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) chosen.add(port);
  }
  const ports = [...chosen];
  return Object.fromEntries(Object.keys(portVariables).map((name, i) => [name, ports[i]])) as Ports;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

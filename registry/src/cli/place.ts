// Where the registry is, and with which token: as told by REGISTRY_URL and REGISTRY_TOKEN, else that of the shop which runs with its
// data in DATA_DIR.
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { httpUrl, readEnv } from '@arcade/subgraph-kit/env';
import { z } from 'zod';
import { type Place, Unreachable } from './client.ts';

export async function findRegistry(root: string): Promise<Place> {
  const env = readEnv({
    REGISTRY_URL: httpUrl.optional(),
    REGISTRY_TOKEN: z.string().meta({ secret: true }).optional(),
    DATA_DIR: z.string().default('.data'),
  });
  const dataDir = path.resolve(root, env.DATA_DIR);
  const url = env.REGISTRY_URL ?? (await addressInShop(dataDir));
  // The key of the shop next door is for the registry of that shop only.
  const token = env.REGISTRY_TOKEN ?? (env.REGISTRY_URL ? undefined : await tokenOfShop(dataDir));
  return { url: url.replace(/\/$/, ''), token };
}

const status = z.object({ processes: z.object({ registry: z.object({ address: z.string() }) }) });

/** A running shop tells on a socket in its data folder where things are: scripts/README.md. */
async function addressInShop(dataDir: string): Promise<string> {
  const absolute = path.join(dataDir, 'shop.sock');
  const relative = path.relative(process.cwd(), absolute);
  // Systems allow 104 characters.
  const socketPath = relative.length < absolute.length ? relative : absolute;
  const text = await new Promise<string>((resolve, reject) => {
    const none = () =>
      reject(new Unreachable(`No shop runs with its data in ${dataDir}: npm start, or set REGISTRY_URL.`));
    const asking = request({ socketPath, path: '/', timeout: 5_000 });
    asking.once('error', none);
    asking.once('timeout', () => asking.destroy());
    asking.once('response', async (answer) => resolve((await answer.toArray()).join('')));
    asking.end();
  });
  return status.parse(JSON.parse(text)).processes.registry.address;
}

const secrets = z.object({ registryTokens: z.object({ admin: z.string() }) });

async function tokenOfShop(dataDir: string): Promise<string | undefined> {
  const text = await readFile(path.join(dataDir, 'secrets.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : secrets.parse(JSON.parse(text)).registryTokens.admin;
}

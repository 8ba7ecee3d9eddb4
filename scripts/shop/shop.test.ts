import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { askShop, claim, serveControl } from './control.ts';
import { createDatabases, databaseUrl } from './databases.ts';
import { readShopOptions } from './env.ts';
import { freePorts, requireFree } from './ports.ts';
import { startCluster } from './postgres.ts';
import { loadSecrets } from './secrets.ts';

test("a role opens its own database and no other's", async () => {
  const dir = await folder();
  const { postgres: port } = await freePorts();
  const cluster = await startCluster({
    folder: path.join(dir, 'postgres'),
    port,
    password: 'test',
    throwaway: true,
  });
  onTestFinished(() => cluster.stop());
  const roles = ['catalog', 'order', 'delivery'].map((name) => ({ name, password: `of ${name}` }));
  await createDatabases(cluster.url, roles);
  await createDatabases(cluster.url, roles);

  for (const role of roles) {
    for (const database of [...roles.map(({ name }) => name), 'postgres', 'template1']) {
      const url = databaseUrl(port, role).replace(/[^/]+$/, database);
      if (database === role.name) await connect(url);
      else await expect(connect(url)).rejects.toThrow(`permission denied for database "${database}"`);
    }
  }
  await expect(connect(databaseUrl(port, { name: 'order', password: 'of catalog' }))).rejects.toThrow(
    'password',
  );
});

test('keys and passwords are made once and closed to others', async () => {
  const dir = await folder();
  const secrets = loadSecrets(dir);
  expect(loadSecrets(dir)).toEqual(secrets);
  expect((await stat(path.join(dir, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test('keys and passwords that a later version needs are made, and the others stay', async () => {
  const dir = await folder();
  const { registryTokens, ...earlier } = loadSecrets(dir);
  const { shell, ...some } = registryTokens;
  await writeFile(path.join(dir, 'secrets.json'), JSON.stringify({ ...earlier, registryTokens: some }));
  expect(loadSecrets(dir)).toEqual({ ...earlier, registryTokens: { ...some, shell: expect.any(String) } });
  await writeFile(path.join(dir, 'secrets.json'), JSON.stringify(earlier));
  const later = loadSecrets(dir);
  expect(later).toEqual({
    ...earlier,
    registryTokens: expect.objectContaining({ admin: expect.any(String) }),
  });
  expect(later.registryTokens).not.toEqual(registryTokens);
  expect(loadSecrets(dir)).toEqual(later);
});

test.for([
  [{}, '1'],
  [{ HOST: '0.0.0.0' }, '0'],
  [{ PUBLIC_URL: 'https://shop.example' }, '0'],
  [{ PUBLIC_URL: 'https://shop.example', ALLOW_OVERRIDES: '1' }, '1'],
  [{ ALLOW_OVERRIDES: '0' }, '0'],
] as const)(
  'only a shop that nobody else reaches is one for developers by itself: %j',
  ([variables, allowed]) => {
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const name of ['HOST', 'PUBLIC_URL', 'ALLOW_OVERRIDES']) vi.stubEnv(name, undefined);
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    expect(readShopOptions('/arcade').allowOverrides).toBe(allowed);
  },
);

test('a taken port is named with its variable', async () => {
  const ports = await freePorts();
  const other = createServer().listen(ports.catalog, '127.0.0.1');
  onTestFinished(() => void other.close());
  await expect(requireFree(ports, 0)).rejects.toThrow(
    `Port ${ports.catalog} on 127.0.0.1, meant for catalog, is taken: stop what uses it, or choose another with CATALOG_PORT.`,
  );
});

test('one folder holds one shop, which says where it is', async () => {
  const dir = await folder();
  const claimed = await claim(dir);
  const status = { pid: process.pid, address: 'http://localhost:3000', processes: {} };
  if (claimed) serveControl(claimed.server, () => status, new Map());
  expect(await claim(dir)).toBeNull();
  expect(await askShop(dir)).toEqual(status);

  claimed?.server.close();
  expect(await askShop(dir)).toBeUndefined();
});

async function connect(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.end();
}

async function folder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'shop-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

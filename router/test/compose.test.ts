import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { products, stock } from './graph.ts';

const run = promisify(execFile);
const COMPOSE = fileURLToPath(new URL('../src/compose.ts', import.meta.url));

let folder: string;
afterEach(() => rm(folder, { recursive: true }));

async function givenSubgraphs(schemas: Record<string, string>): Promise<string> {
  folder = await mkdtemp(join(tmpdir(), 'arcade-compose-'));
  const router = join(folder, 'router');
  await mkdir(router);
  const urls = Object.keys(schemas).map((name) => [name, `http://127.0.0.1:1/${name}`]);
  await writeFile(join(router, 'subgraphs.json'), JSON.stringify(Object.fromEntries(urls)));
  for (const [name, schema] of Object.entries(schemas)) {
    await mkdir(join(folder, 'subgraphs', name), { recursive: true });
    await writeFile(join(folder, 'subgraphs', name, 'schema.graphql'), schema);
  }
  return router;
}

test('composing writes the supergraph and the schema that clients see', async () => {
  const router = await givenSubgraphs({ products, stock });
  await run(process.execPath, [COMPOSE, router]);
  expect(await readFile(join(router, 'dist/supergraph.graphql'), 'utf8')).toContain('join__Graph');
  const api = await readFile(join(router, 'dist/api-schema.graphql'), 'utf8');
  expect(api).toMatch(/type Product \{[^}]*name: String![^}]*inStock: Int/);
  expect(api).not.toMatch(/join__|_entities|@key/);
});

test("subgraphs that do not fit together fail the build with the composer's own message", async () => {
  const router = await givenSubgraphs({ products, stock: stock.replace('inStock: Int', 'name: Int') });
  await expect(run(process.execPath, [COMPOSE, router])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Type of field "Product.name" is incompatible across subgraphs'),
  });
});

test('a subgraph without a schema is named', async () => {
  const router = await givenSubgraphs({ products });
  await writeFile(join(router, 'subgraphs.json'), '{"stock":"http://127.0.0.1:1/stock"}');
  await expect(run(process.execPath, [COMPOSE, router])).rejects.toMatchObject({
    stderr: expect.stringContaining('subgraphs/stock/schema.graphql does not exist'),
  });
});

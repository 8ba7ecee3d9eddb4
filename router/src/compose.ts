/**
 * `npm run build -w router`: composes the subgraphs' contracts into what the router serves (`dist/supergraph.graphql`)
 * and what clients may ask (`dist/api-schema.graphql`, read by the frontends' code generation).
 * `subgraphs.json` names each subgraph and the address that goes into the supergraph; a release overrides the
 * addresses with SUBGRAPH_URLS. With a folder as argument it composes that folder's `subgraphs.json` instead.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeServices } from '@apollo/composition';
import { parse, printSchema, Source } from 'graphql';
import { z } from 'zod';

const [folder] = process.argv.slice(2);
const root = folder ? pathToFileURL(`${resolve(folder)}/`) : new URL('../', import.meta.url);
const dist = new URL('dist/', root);

const subgraphs = z
  .record(z.string(), z.url())
  .parse(JSON.parse(await readFile(new URL('subgraphs.json', root), 'utf8')));

const services = await Promise.all(
  Object.entries(subgraphs).map(async ([name, url]) => {
    const file = new URL(`../subgraphs/${name}/schema.graphql`, root);
    if (!existsSync(file)) {
      fail(`subgraphs.json names "${name}", but subgraphs/${name}/schema.graphql does not exist.`);
    }
    return { name, url, typeDefs: parse(new Source(await readFile(file, 'utf8'), `${name}/schema.graphql`)) };
  }),
);

const result = composeServices(services);
if (result.errors) {
  fail(result.errors.map((error) => error.message).join('\n\n'));
}
for (const hint of result.hints) {
  if (hint.definition.level.name === 'WARN') console.warn(hint.toString());
}

await mkdir(dist, { recursive: true });
await Promise.all([
  replaceFile('supergraph.graphql', result.supergraphSdl),
  replaceFile('api-schema.graphql', `${printSchema(result.schema.toAPISchema().toGraphQLJSSchema())}\n`),
]);

/** A running router watches the file, so it must never see half of one. */
async function replaceFile(name: string, content: string): Promise<void> {
  const target = new URL(name, dist);
  const draft = new URL(`${name}.${process.pid}.tmp`, dist);
  await writeFile(draft, content);
  await rename(draft, target);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

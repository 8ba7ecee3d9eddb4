// What there is to publish of a unit: a build's folder with its manifest; of a subgraph its schema, as it lies in the repository.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { subgraphName } from '../checks/schema.ts';
import { parseManifest, type ReleaseManifest } from '../manifests.ts';

export interface Built {
  folder: string;
  /** manifest.json, byte for byte. */
  text: string;
  manifest: ReleaseManifest;
}

/** What is wrong with a built folder, before it is sent. */
export class NotBuilt extends Error {}

/** `folder`: another than that of the unit in the project at `root`. */
export function builtOf(root: string, unit: string, folder?: string): Promise<Built> {
  if (unit.startsWith('subgraphs/'))
    return readSubgraph(root, unit, path.resolve(folder ?? path.join(root, unit)));
  return readBuilt(folder === undefined ? path.join(root, unit, 'dist') : path.resolve(folder));
}

export async function readBuilt(folder: string): Promise<Built> {
  const file = path.join(folder, 'manifest.json');
  const text = await read(file, 'build the unit first');
  try {
    return { folder, text, manifest: parseManifest(JSON.parse(text)) };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new NotBuilt(`${file} is no manifest: ${reason}`);
  }
}

const addresses = z.record(z.string(), z.string());

async function readSubgraph(root: string, unit: string, folder: string): Promise<Built> {
  const schema = await read(path.join(folder, 'schema.graphql'), 'a subgraph is released with its schema');
  // The router's build composes with the same addresses.
  const file = path.join(root, 'router/subgraphs.json');
  const all = addresses.parse(JSON.parse(await read(file, 'it has the addresses of the subgraphs')));
  const url = all[subgraphName(unit)];
  if (url === undefined) throw new NotBuilt(`${file} has no address of ${subgraphName(unit)}: add it.`);
  const facts = { unit, schema, url };
  const version = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
  const manifest = { ...facts, version };
  return { folder, text: JSON.stringify(manifest), manifest };
}

const read = (file: string, hint: string) =>
  readFile(file, 'utf8').catch(() => {
    throw new NotBuilt(`${file} does not exist: ${hint}.`);
  });

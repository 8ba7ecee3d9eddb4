// The command line's side of the registry's API.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { arrayBuffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { z } from 'zod';
import type { PublishAnswer } from '../api.ts';
import type { Finding } from '../checks/finding.ts';
import { filesOf } from '../manifests.ts';
import { uploadLimits } from '../upload.ts';
import { type Built, NotBuilt, readBuilt } from './built.ts';

/** The registry says no; `code` says why. */
export class Refused extends Error {
  readonly code: string;
  readonly findings: Finding[];

  constructor(code: string, message: string, findings: Finding[] = []) {
    super(message);
    this.code = code;
    this.findings = findings;
  }
}

export class Unreachable extends Error {}

/** Longest for an answer; an upload has the registry's own limit. */
const ANSWER_MS = 30_000;
const UPLOAD_MS = 70_000;

const refusal = z.object({ code: z.string(), message: z.string() });

export interface Place {
  url: string;
  /** Reading needs none. */
  token: string | undefined;
}

export function registryClient({ url, token }: Place) {
  async function ask<Answer>(to: string, init: RequestInit = {}, ms = ANSWER_MS): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (token) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(new URL(`api/${to}`, `${url}/`), {
      ...init,
      headers,
      signal: AbortSignal.timeout(ms),
    }).catch((error: unknown) => {
      const { cause } = error instanceof Error ? error : {};
      const reason = cause instanceof Error ? cause.message || String(cause) : String(error);
      throw new Unreachable(
        `The registry at ${url} cannot be reached (${reason}). Start the shop with npm start, or set REGISTRY_URL.`,
      );
    });
    const text = await response.text();
    const answer = parse(text);
    if (response.ok && answer !== undefined) return answer;
    const refused = refusal.safeParse(answer);
    if (!refused.success) {
      throw new Unreachable(
        `What answers at ${url} (${response.status}) is no registry: look at REGISTRY_URL.`,
      );
    }
    throw new Refused(refused.data.code, refused.data.message, answer.findings);
  }

  return {
    url,
    get: <Answer>(to: string) => ask<Answer>(to),
    post: <Answer>(to: string, body: object) =>
      ask<Answer>(to, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    publish,
    publishFolder: async (unit: string, folder: string, commit?: string) =>
      publish(unit, await readBuilt(folder), commit),
  };

  async function publish(unit: string, built: Built, commit?: string): Promise<PublishAnswer> {
    const query = commit ? `?${new URLSearchParams({ commit })}` : '';
    const headers = { 'content-type': 'application/x-tar' };
    const body = await archiveOf(built);
    return ask(`${unitPath(unit)}/releases${query}`, { method: 'POST', headers, body }, UPLOAD_MS);
  }
}

export type RegistryClient = ReturnType<typeof registryClient>;

export const unitPath = (unit: string) => `units/${encodeURIComponent(unit)}`;

/** The manifest first: it tells the registry what may follow. */
async function archiveOf({ folder, text, manifest }: Built): Promise<Uint8Array<ArrayBuffer>> {
  const files = filesOf(manifest);
  const bytes = Object.values(files).reduce((sum, { size }) => sum + size, 0);
  if (bytes > uploadLimits.bytes) {
    throw new NotBuilt(`${folder} has ${bytes} bytes of files; a release may have ${uploadLimits.bytes}.`);
  }
  const archive = pack();
  archive.entry({ name: 'manifest.json' }, text);
  for (const name of Object.keys(files)) {
    const file = path.join(folder, name);
    const content = await readFile(file).catch(() => {
      throw new NotBuilt(`${file} is in the manifest and does not exist: build the unit again.`);
    });
    archive.entry({ name }, content);
  }
  archive.finalize();
  return new Uint8Array(await arrayBuffer(archive));
}

function parse(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

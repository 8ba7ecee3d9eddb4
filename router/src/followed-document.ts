/**
 * A document that may change while the router runs: a file or an http address, looked at again and again. One that cannot be
 * read, or is wrong, changes nothing: the last good one stays in force, also across a restart, for it is kept on disk.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorText } from '@arcade/subgraph-kit/error-text';
import type { Logger } from '@arcade/subgraph-kit/service';
import { request } from 'undici';

export interface FollowOptions {
  /** What it is, for log and file name: `operations`. */
  name: string;
  /** Path of a file, or http(s) address. */
  place: string;
  /** Folder that keeps the last good one. */
  stateDir: string;
  /** From the end of one look to the next, milliseconds. */
  pauseMs: number;
  /** How long an address may take to answer, milliseconds. */
  answerMs?: number;
  log: Logger;
  /** Takes a new text into use. Rejects, or throws, when it is wrong. */
  use(text: string): void | Promise<void>;
}

export interface FollowedDocument {
  /** Whether one is in use, from its place or from the disk. */
  readonly loaded: boolean;
  /** Why its place gave nothing to use at the last look, in words; undefined when all is well. */
  readonly problem: string | undefined;
  /** Looks once more, beginning after this call; resolves when what was found is in use. Never rejects. */
  look(): Promise<void>;
  stop(): void;
}

/** Until there is anything, it is looked for more often: the router is waiting. */
const FIRST_PAUSE_MS = 200;
const ANSWER_MS = 3_000;
/** An address that does not answer is asked more and more seldom, down to this. */
const LONGEST_PAUSE_MS = 30_000;
const LARGEST_BYTES = 67_108_864;

/** Resolves after the first look, whatever came of it. */
export async function followDocument(options: FollowOptions): Promise<FollowedDocument> {
  const { name, place, pauseMs, answerMs = ANSWER_MS, log, use } = options;
  const kept = join(
    options.stateDir,
    `${name}-${createHash('sha256').update(place).digest('hex').slice(0, 12)}`,
  );
  const ending = new AbortController();
  const read = isAddress(place) ? addressReader(place, ending.signal, answerMs) : fileReader(place);
  let inUse: string | undefined;
  let refused: string | undefined;
  let problem: string | undefined;
  /** Looks in a row that found nothing to read. */
  let failures = 0;
  let looks = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const goesOn = () => (inUse === undefined ? '' : '; the last good version goes on');

  async function lookOnce(): Promise<void> {
    let text: string | undefined;
    try {
      text = await read();
      if (failures > 0) log.info({ place }, `${name} can be read again`);
      failures = 0;
    } catch (error) {
      if (ending.signal.aborted) return;
      if (failures === 0) log.error({ err: error, place }, `${name} cannot be read${goesOn()}`);
      failures++;
      problem = `cannot be read: ${errorText(error)}`;
      return;
    }
    if (refused === undefined) problem = undefined;
    if (text === undefined || text === inUse || text === refused) return;
    try {
      await use(text);
      log.info({ place }, `${name} ${inUse === undefined ? 'is' : 'changed and is'} in use`);
      inUse = text;
      refused = undefined;
      problem = undefined;
    } catch (error) {
      refused = text;
      problem = `is refused: ${errorText(error)}`;
      log.error({ err: error, place }, `${name} is refused${goesOn()}`);
      return;
    }
    await keep(text).catch((error: unknown) =>
      log.warn({ err: error, kept }, `${name} cannot be kept on disk`),
    );
  }

  async function keep(text: string): Promise<void> {
    await mkdir(dirname(kept), { recursive: true });
    const draft = `${kept}.${randomUUID()}.draft`;
    await writeFile(draft, text, { flush: true });
    await rename(draft, kept);
  }

  async function recall(): Promise<void> {
    const text = await readFile(kept, 'utf8').catch(() => undefined);
    if (text === undefined) return;
    try {
      await use(text);
      inUse = text;
      log.warn({ place, kept }, `${name} is in use as it was kept on disk`);
    } catch (error) {
      log.error({ err: error, kept }, `${name} as it was kept on disk is refused`);
    }
  }

  const look = () => {
    looks = looks.then(lookOnce);
    return looks;
  };
  const next = () => {
    let pause = inUse === undefined ? Math.min(FIRST_PAUSE_MS, pauseMs) : pauseMs;
    if (inUse !== undefined && isAddress(place)) {
      pause = Math.min(pause * 2 ** failures, Math.max(pause, LONGEST_PAUSE_MS));
    }
    timer = setTimeout(async () => {
      await look();
      if (!ending.signal.aborted) next();
    }, pause);
  };

  await look();
  if (inUse === undefined) await recall();
  next();
  return {
    get loaded() {
      return inUse !== undefined;
    },
    get problem() {
      return problem;
    },
    look,
    stop() {
      ending.abort();
      clearTimeout(timer);
    },
  };
}

export const isAddress = (place: string): boolean => /^https?:/.test(place);

/** The text, or undefined when it has not changed since. */
type Read = () => Promise<string | undefined>;

function fileReader(file: string): Read {
  let seen = '';
  return async () => {
    // Also of what a symbolic link now leads to, as Kubernetes replaces files.
    const { mtimeMs, size, ino } = await stat(file);
    const version = `${mtimeMs} ${size} ${ino}`;
    if (version === seen) return undefined;
    const text = await readFile(file, 'utf8');
    seen = version;
    return text;
  };
}

function addressReader(address: string, ending: AbortSignal, answerMs: number): Read {
  let etag: string | undefined;
  return async () => {
    const { statusCode, headers, body } = await request(address, {
      headers: { ...(etag && { 'if-none-match': etag }) },
      signal: AbortSignal.any([ending, AbortSignal.timeout(answerMs)]),
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > LARGEST_BYTES) throw new Error(`${address} answered with more than ${LARGEST_BYTES} bytes`);
    }
    if (statusCode === 304) return undefined;
    if (statusCode !== 200) throw new Error(`${address} answered ${statusCode}`);
    etag = typeof headers.etag === 'string' ? headers.etag : undefined;
    return Buffer.concat(chunks).toString('utf8');
  };
}

/**
 * The operations that are registered: what the manifests in OPERATION_MANIFESTS list. A manifest is JSON with `operations`, SHA-256
 * of each text → the text; a micro-frontend's own manifest is one, and so is the registry's `/operations.json`.
 */
import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@arcade/subgraph-kit/service';
import { z } from 'zod';
import { type FollowedDocument, followDocument } from '../followed-document.ts';

const manifest = z.object({ operations: z.record(z.string(), z.string()) });

export interface RegisteredOperations {
  textOf(sha256: string): string | undefined;
  hasText(text: string): boolean;
  /**
   * Looks at all manifests once more, beginning after this call: a release may be newer than the last look. Calls that come
   * close together share one look, so that nobody makes us ask more than a few times a second.
   */
  refresh(): Promise<void>;
  /** Names of the manifests that have not been read yet, neither from their place nor from disk. */
  missing(): string[];
  stop(): void;
}

export interface ManifestOptions {
  /** Files and http addresses. */
  places: readonly string[];
  stateDir: string;
  pauseMs: number;
  log: Logger;
}

const REFRESH_PAUSE_MS = 200;

/** Resolves after the first look at each. */
export async function operationManifests(options: ManifestOptions): Promise<RegisteredOperations> {
  const byPlace = new Map<string, Map<string, string>>();
  let texts = new Map<string, string>();
  let known = new Set<string>();
  const use = (place: string, text: string) => {
    byPlace.set(place, readManifest(text));
    texts = new Map([...byPlace.values()].flatMap((operations) => [...operations]));
    known = new Set(texts.values());
  };
  const documents = new Map<string, FollowedDocument>();
  await Promise.all(
    options.places.map(async (place) => {
      const { stateDir, pauseMs, log } = options;
      const name = 'operations';
      documents.set(
        place,
        await followDocument({ name, place, stateDir, pauseMs, log, use: (text) => use(place, text) }),
      );
    }),
  );
  let refreshes: Promise<unknown> = Promise.resolve();
  let queued: Promise<void> | undefined;
  let quietUntil = 0;
  return {
    textOf: (sha256) => texts.get(sha256),
    hasText: (text) => known.has(text),
    refresh() {
      queued ??= refreshes.then(async () => {
        await sleep(Math.max(0, quietUntil - performance.now()));
        queued = undefined;
        quietUntil = performance.now() + REFRESH_PAUSE_MS;
        refreshes = Promise.all([...documents.values()].map((document) => document.look()));
        await refreshes;
      });
      return queued;
    },
    missing: () => [...documents].filter(([, { loaded }]) => !loaded).map(([place]) => place),
    stop() {
      for (const document of documents.values()) document.stop();
    },
  };
}

/** Throws for a text that is not a manifest, or that names an operation by a hash that is not its own. */
function readManifest(text: string): Map<string, string> {
  const { operations } = manifest.parse(JSON.parse(text));
  return new Map(
    Object.entries(operations).map(([sha256, operation]) => {
      const own = hash('sha256', operation);
      if (own !== sha256)
        throw new Error(`the text under ${sha256} has the hash ${own}: "${operation.slice(0, 80)}"`);
      return [sha256, operation];
    }),
  );
}

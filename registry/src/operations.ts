// What a router may answer: the operations of every release that has or had visitors. Those of earlier releases stay, because
// pages that were opened with them are still open.
import { operationsOf } from './manifests.ts';
import { manifestOfRelease, type Store } from './store.ts';

/** SHA-256 (hex) of the text → text. Reads each release once: it never changes. */
export function deployedOperations(store: Store): () => Record<string, string> {
  const read = new Set<string>();
  const operations = new Map<string, string>();
  return () => {
    for (const { unit, version } of store.deployed()) {
      const name = `${unit}@${version}`;
      if (read.has(name)) continue;
      const release = store.release(unit, version);
      // Its folder was cleared away before the registry had a database. That must not take the others along.
      if (!release) continue;
      read.add(name);
      for (const [hash, text] of Object.entries(operationsOf(manifestOfRelease(release))))
        operations.set(hash, text);
    }
    return Object.fromEntries(operations);
  };
}

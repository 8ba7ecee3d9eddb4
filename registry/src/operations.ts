// What a router may answer: the operations of every release that somebody may have a page of. Those of releases that nobody is given any more
// stay for a while, because pages that were opened with them are still open; those that a rollback could bring back stay anyway.
import { operationsOf } from './manifests.ts';
import { manifestOfRelease, type Store } from './store.ts';

/** SHA-256 (hex) of the text → text. `graceMs`: how long a page stays open. */
export function answerableOperations(
  store: Store,
  graceMs: number,
  now: () => Date,
): () => Record<string, string> {
  // A release never changes, so it is read once.
  let read = new Map<string, Record<string, string>>();
  return () => {
    const named = store.givenSince(new Date(now().getTime() - graceMs));
    const operations = named.flatMap(({ unit, version }): [string, Record<string, string>][] => {
      const name = `${unit}@${version}`;
      const known = read.get(name);
      if (known) return [[name, known]];
      const release = store.release(unit, version);
      // Its folder was cleared away before the registry had a database. That must not take the others along.
      return release ? [[name, operationsOf(manifestOfRelease(release))]] : [];
    });
    read = new Map(operations);
    return Object.assign({}, ...read.values());
  };
}

// What a router may answer: the operations of every release that is or was live. Those of earlier releases stay, because pages
// that were opened with them are still open.
import { readReleased } from './deployments.ts';
import { ReleaseRefused, readManifest, releaseFolder } from './releases.ts';

/** SHA-256 (hex) of the text → text. Reads each release once: it never changes. */
export function releasedOperations(dir: string): () => Promise<Record<string, string>> {
  const known = new Map<string, Readonly<Record<string, string>>>();
  const operationsOf = async (unit: string, version: string) => {
    const folder = releaseFolder(dir, unit, version);
    const before = known.get(folder);
    if (before) return before;
    try {
      const { operations } = (await readManifest(folder)).manifest;
      known.set(folder, operations);
      return operations;
    } catch (error) {
      // An old release may have been cleared away; that must not take the others along.
      if (error instanceof ReleaseRefused) return {};
      throw error;
    }
  };
  return async () => {
    const released = [...(await readReleased(dir))].flatMap(([unit, versions]) =>
      [...versions].map((version) => operationsOf(unit, version)),
    );
    return Object.assign({}, ...(await Promise.all(released)));
  };
}

// @urql/core remembers every document that it has met: its text, what was parsed of it, and what it makes of that for its cache. A browser leaves
// its page; a server goes on, and would hold the operations of every release that there ever was. Here those three memories get an end. What has
// fallen out is made once more when it is needed.
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'webpack';

/** About 20 operations are asked to render a page of one release set, and there are a few sets at a time. */
const mostDocuments = 200;

const recentMap = fileURLToPath(new URL('../recent-map.ts', import.meta.url));
/** Of the module itself: those inside functions are indented, and short-lived. */
const memory = /^var (\w+) = new Map;$/gm;

export default function urqlLoader(this: LoaderContext<unknown>, source: string): string {
  if (source.search(memory) === -1) {
    throw new Error(`${this.resourcePath} keeps documents in another way now: look how, or servers grow.`);
  }
  const bounded = source.replaceAll(memory, `var $1 = new RecentMap(${mostDocuments});`);
  return `import { RecentMap } from ${JSON.stringify(recentMap)};\n${bounded}`;
}

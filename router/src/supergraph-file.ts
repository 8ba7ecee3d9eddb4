/** The supergraph as a file: read at start, read again when it changes. One that does not load is refused, and the last good one goes on. */
import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SupergraphSdlHook } from '@apollo/gateway';
import { errorText } from '@arcade/subgraph-kit/error-text';
import { type Logger, StartError } from '@arcade/subgraph-kit/service';

/** `stat` instead of a watch: it also sees a file that is replaced behind a symbolic link, as Kubernetes does it. */
const LOOK_EVERY_MS = 500;

export function supergraphFile(file: string, log: Logger): SupergraphSdlHook {
  return async ({ update }) => {
    const supergraphSdl = await readSupergraph(file);
    const reload = async () => {
      try {
        update(await readFile(file, 'utf8'));
        log.info({ file }, 'a changed supergraph is in use');
      } catch (error) {
        log.error({ err: error, file }, 'the changed supergraph does not load; the last good one goes on');
      }
    };
    watchFile(file, { interval: LOOK_EVERY_MS }, reload);
    return { supergraphSdl, cleanup: async () => unwatchFile(file, reload) };
  };
}

async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new StartError(
      `Supergraph ${file} cannot be read: ${errorText(error)}. Run "npm run build -w router", or set SUPERGRAPH.`,
    );
  }
}

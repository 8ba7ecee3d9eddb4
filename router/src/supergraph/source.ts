/**
 * Where the supergraph comes from: a file or an http address, followed while the router runs. One that does not load is refused,
 * said once, and the last good one goes on, also at a start while the source is gone.
 */
import { type Logger, StartError } from '@arcade/subgraph-kit/service';
import { followDocument, isAddress } from '../followed-document.ts';

export interface SupergraphSource {
  /** Path of a file, or http(s) address. */
  source: string;
  /** Folder that keeps the last good one. */
  stateDir: string;
  /** How often an address is asked, milliseconds. */
  pollMs: number;
  log: Logger;
  /** Takes a supergraph into use; rejects one that does not load. */
  accept(sdl: string): Promise<void>;
}

/** A look at a file costs next to nothing. */
const LOOK_AT_FILE_MS = 500;

/** Resolves when the first one is in use. Throws StartError when there is none, neither at its source nor kept on disk. */
export async function followSupergraph(options: SupergraphSource): Promise<{ stop(): void }> {
  const { source, stateDir, log, accept, pollMs } = options;
  const document = await followDocument({
    name: 'supergraph',
    place: source,
    stateDir,
    pauseMs: isAddress(source) ? pollMs : Math.min(pollMs, LOOK_AT_FILE_MS),
    log,
    use: accept,
  });
  if (document.loaded) return document;
  document.stop();
  throw new StartError(
    `Supergraph ${source} ${document.problem}. Run "npm run build -w router", or set SUPERGRAPH to a file or an address.`,
  );
}

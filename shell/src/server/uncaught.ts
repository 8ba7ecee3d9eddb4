/**
 * An error that a release throws where nobody waits for it, in a timer or in a promise that was let go of, would end this process and with it the pages of
 * all teams. It is of that release alone, so it is logged and counted, as a browser does. Any other ends the process as ever.
 */
import { sep } from 'node:path';
import type { Logger } from '@arcade/subgraph-kit/service';
import { pageFailures } from './measures.ts';

/** @param mirrorFolder where the code of releases lies, below unit and version */
export function surviveReleases(mirrorFolder: string, log: Logger): void {
  process.on('uncaughtException', (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const [, path] = stack.split(mirrorFolder + sep);
    if (path === undefined) {
      console.error(error);
      process.exit(1);
    }
    const [unit = '', version] = path.split(sep);
    pageFailures.inc({ unit, where: 'server' });
    log.error({ unit, version, err: error }, 'a release has thrown where nobody waits for it');
  });
}

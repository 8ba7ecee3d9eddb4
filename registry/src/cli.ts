// The registry's command line:
//
//   release [--if-new] <folder>…   takes built folders in and makes them live; with --if-new only those that never were
//   rollback <unit>                makes the release before live again
//   status                         what is live
import { parseArgs } from 'node:util';
import { readEnv } from '@arcade/subgraph-kit/env';
import { NothingBefore, readLive, release, rollback } from './deployments.ts';
import { releasesEnv } from './env.ts';
import { addRelease, ReleaseRefused } from './releases.ts';

const { RELEASES_DIR: dir } = readEnv(releasesEnv);
const { values, positionals } = parseArgs({
  options: { 'if-new': { type: 'boolean' } },
  allowPositionals: true,
});
const [command, ...targets] = positionals;

try {
  if (command === 'release' && targets.length > 0) {
    // All are taken in before the first goes live: a broken one leaves the shop as it was.
    const releases = await Promise.all(targets.map((folder) => addRelease(dir, folder)));
    for (const { unit, version } of releases) {
      const done = await release(dir, unit, version, { onlyNew: values['if-new'] ?? false });
      console.log(`${unit} ${version} ${done ? 'is live' : 'is known already'}`);
    }
  } else if (command === 'rollback' && targets[0]) {
    const done = await rollback(dir, targets[0]);
    if (done) console.log(`${done.unit} ${done.version} is live again`);
  } else if (command === 'status') {
    for (const [unit, versions] of await readLive(dir)) console.log(`${unit} ${versions.at(-1)}`);
  } else {
    fail('Usage: release [--if-new] <folder>… | rollback <unit> | status');
  }
} catch (error) {
  if (error instanceof ReleaseRefused || error instanceof NothingBefore) fail(error.message);
  throw error;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

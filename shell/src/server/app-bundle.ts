/** The app as webpack has built it for this process: dist/server/app.cjs, and its browser files. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { HostAssets } from '@arcade/mfe-kit/webpack';
import { StartError } from '@arcade/subgraph-kit/service';
import type * as AppModule from '../app/server.tsx';

const dist = new URL('../../dist/', import.meta.url);

export type App = typeof AppModule;

export interface AppBundle {
  readonly app: App;
  readonly assets: HostAssets;
  /** The browser's files, by name, held so that a build made meanwhile does not take them from under those that run. */
  readonly files: ReadonlyMap<string, Buffer>;
}

export function loadAppBundle(): AppBundle {
  const load = createRequire(import.meta.url);
  const client = new URL('client/', dist);
  try {
    return {
      app: load(fileURLToPath(new URL('server/app.cjs', dist))) as App,
      assets: JSON.parse(readFileSync(new URL('assets.json', client), 'utf8')),
      files: new Map(readdirSync(client).map((name) => [name, readFileSync(new URL(name, client))])),
    };
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      (error.code === 'MODULE_NOT_FOUND' || error.code === 'ENOENT')
    ) {
      throw new StartError('The shell is not built: run "npm run build -w shell" first.');
    }
    throw error;
  }
}

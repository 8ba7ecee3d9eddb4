/** The app as webpack has built it for this process: dist/server/app.cjs, and the list of its browser files. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { HostAssets } from '@arcade/mfe-kit/webpack';
import { StartError } from '@arcade/subgraph-kit/service';
import type * as AppModule from '../app/server.tsx';

const dist = new URL('../../dist/', import.meta.url);

export const clientFolder = fileURLToPath(new URL('client/', dist));

export type App = typeof AppModule;

export interface AppBundle {
  readonly app: App;
  readonly assets: HostAssets;
}

export function loadAppBundle(): AppBundle {
  const load = createRequire(import.meta.url);
  try {
    return {
      app: load(fileURLToPath(new URL('server/app.cjs', dist))) as App,
      assets: JSON.parse(readFileSync(new URL('client/assets.json', dist), 'utf8')),
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

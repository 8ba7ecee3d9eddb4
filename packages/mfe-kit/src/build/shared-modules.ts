// The modules of which a page may hold one copy only. The shell provides them; micro-frontends bring none of their own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kit = '@arcade/mfe-kit';

/** Requests as they stand in import statements. A trailing slash stands for everything below. */
const requests = [
  'react',
  'react/jsx-runtime',
  'react-dom',
  '@urql/core',
  'urql',
  // Those of the kit that hold a React context or a cache; the others (money, dates, contract) are small and pure, and are bundled.
  `${kit}/session`,
  `${kit}/navigation`,
  `${kit}/slot`,
  `${kit}/form`,
  `${kit}/head`,
  `${kit}/feedback`,
  `${kit}/messages`,
  `${kit}/graph-document`,
  '@arcade/ui/',
];

export interface SharedModule {
  readonly version: string;
  readonly requiredVersion: string;
}

/** By request: the version that is installed here, and the range that it satisfies. */
export function sharedModules(): Record<string, SharedModule> {
  return Object.fromEntries(
    requests.map((request) => {
      const version = installedVersion(request);
      return [request, { version, requiredVersion: `^${version}` }];
    }),
  );
}

function installedVersion(request: string): string {
  const [scopeOrName = '', name = ''] = request.split('/');
  const packageName = scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName;
  const { version } = JSON.parse(readFileSync(packageFile(packageName), 'utf8'));
  return version;
}

function packageFile(packageName: string): string {
  // The kit itself and packages whose `exports` hide package.json are found by their folder in node_modules.
  const paths = createRequire(fileURLToPath(import.meta.url)).resolve.paths(packageName) ?? [];
  for (const path of [...paths, join(process.cwd(), 'node_modules')]) {
    const file = join(path, packageName, 'package.json');
    try {
      readFileSync(file);
      return file;
    } catch {
      // not in this folder: the next one up
    }
  }
  throw new Error(
    `${packageName} is not installed (looked from ${dirname(fileURLToPath(import.meta.url))}).`,
  );
}

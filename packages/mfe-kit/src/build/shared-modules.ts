// The modules of which a page may hold one copy only. The shell provides them; micro-frontends bring none of their own.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const kit = '@arcade/mfe-kit';

/** Requests as they stand in import statements. */
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
  `${kit}/optimistic`,
  ...components('@arcade/ui'),
];

/** Every module of the design system; its style sheets and fonts are the shell's own affair. */
function components(packageName: string): string[] {
  const exports: Record<string, string> = readPackage(packageName).exports ?? {};
  return Object.entries(exports)
    .filter(([, file]) => /\.tsx?$/.test(file))
    .map(([name]) => `${packageName}${name.slice(1)}`);
}

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
  return readPackage(scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName).version;
}

interface PackageFile {
  readonly version: string;
  readonly exports?: Record<string, string>;
}

/** By the folders in which packages are looked for, because `exports` may hide package.json. */
function readPackage(packageName: string): PackageFile {
  const folders = createRequire(import.meta.url).resolve.paths(packageName) ?? [];
  const file = folders.map((folder) => join(folder, packageName, 'package.json')).find(existsSync);
  if (!file) throw new Error(`${packageName} is not installed.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

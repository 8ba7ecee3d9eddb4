import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './container-runtime.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { webpack } from 'webpack';
import { defineMicroFrontend } from '../config.ts';
import { manifestSchema } from '../manifest.ts';
import { persistedDocuments } from './operations.ts';
import { sharedModules } from './shared-modules.ts';
import { microFrontend } from './webpack.ts';

interface Container {
  init(shareScope: object): Promise<void>;
  get(name: string): Promise<() => { default: unknown }>;
}

/** Loads the server's half of a micro-frontend, whose one page hands out the version of the React that it was given, anew each time. */
async function built(): Promise<() => Container> {
  const root = await mkdtemp(join(tmpdir(), 'arcade-build-'));
  onTestFinished(() => rm(root, { recursive: true }));
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  await mkdir(join(root, 'src/generated'), { recursive: true });
  await writeFile(join(root, persistedDocuments), '{}');
  await writeFile(join(root, 'page.js'), "import * as React from 'react'; export default React.version;");
  const compiler = webpack(
    microFrontend(
      defineMicroFrontend({
        name: 'mfe-test',
        pages: { 'test.page': { path: '/test', module: './page.js' } },
        slots: {},
        uses: {},
      }),
    ).map((config) => ({ ...config, context: root })),
  );
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString()));
      else resolve();
    });
  });
  await new Promise((resolve) => compiler.close(resolve));
  const { entry } = manifestSchema.parse(
    JSON.parse(await readFile(join(root, 'dist/manifest.json'), 'utf8')),
  );
  const file = join(root, 'dist', entry.server);
  const require = createRequire(file);
  return () => {
    for (const name of Object.keys(require.cache)) if (name.startsWith(root)) delete require.cache[name];
    return require(file);
  };
}

const providing = (version: string) => ({
  react: {
    [version]: {
      version,
      from: 'the_shell',
      get: async () => () => ({ version }),
      shareConfig: { singleton: true, requiredVersion: version },
      scope: ['default'],
      useIn: [],
      deps: [],
      strategy: 'loaded-first',
    },
  },
});

test('a release runs with the shared modules it was built for, and does not load with others', {
  timeout: 60_000,
}, async () => {
  const load = await built();
  const { version = '' } = sharedModules().react ?? {};
  const fitting = load();
  await fitting.init(providing(version));
  expect((await fitting.get('./test.page'))().default).toBe(version);

  const other = load();
  await other.init(providing('1.0.0'));
  await expect(other.get('./test.page').then((run) => run())).rejects.toThrow(
    'does not satisfy the requirement',
  );
});

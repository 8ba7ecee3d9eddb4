// A release on disk for tests: as the build of mfe-kit would leave it, with content that needs no bundler.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DiscoveredRelease } from '@arcade/mfe-kit/discovery';
import type { Manifest } from '@arcade/mfe-kit/manifest';

const integrity = (content: string) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

export async function publishRelease(
  folder: string,
  version: string,
  files: Record<string, string> = {},
  /** What of the manifest is to be different. */
  parts: Partial<Manifest> = {},
): Promise<DiscoveredRelease> {
  const contents: Record<string, string> = {
    'client/remoteEntry.js': `var mfe_test_${version};`,
    'client/test.page.js': '/* page */',
    'server/remoteEntry.cjs': 'module.exports = {};',
    ...files,
  };
  const manifest: Manifest = {
    unit: 'mfe-test',
    version,
    container: `mfe_test_${version}`,
    entry: { client: 'client/remoteEntry.js', server: 'server/remoteEntry.cjs' },
    pages: { 'test.page': { path: '/test/:id', expose: './test.page' } },
    slots: { 'product.test': { expose: './product.test', input: { id: 'string' } } },
    uses: {},
    actions: { expose: './actions', names: ['test.act'] },
    exposes: { './test.page': { js: ['client/test.page.js'], css: [] } },
    shared: {},
    files: Object.fromEntries(
      Object.entries(contents).map(([path, content]) => [
        path,
        { integrity: integrity(content), size: content.length, brotliSize: content.length },
      ]),
    ),
    operations: { ['a'.repeat(64)]: `query Test_Query { ${version} }` },
    ...parts,
  };
  const target = join(folder, 'mfe-test', version);
  const text = JSON.stringify(manifest);
  for (const [path, content] of Object.entries({ ...contents, 'manifest.json': text })) {
    await mkdir(join(target, path, '..'), { recursive: true });
    await writeFile(join(target, path), content);
  }
  const url = (path: string) => pathToFileURL(join(target, path)).href;
  return {
    url: url('client/remoteEntry.js'),
    metadata: { version, integrity: integrity(contents['client/remoteEntry.js'] ?? '') },
    deployment: { traffic: 100, default: true },
    extras: { manifest: { url: url('manifest.json'), integrity: integrity(text) } },
  };
}

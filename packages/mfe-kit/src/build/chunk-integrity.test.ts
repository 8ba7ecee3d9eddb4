import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { webpack } from 'webpack';
import { ChunkIntegrityPlugin } from './chunk-integrity.ts';

/** Runs what webpack makes of a module that imports another one later, and gives the script element that it loads that with. */
async function scriptOfLaterChunk(
  integrity: Record<string, string> | undefined,
): Promise<object | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'arcade-chunk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'later.js'), 'export default 1;');
  await writeFile(join(folder, 'entry.js'), "import(/* webpackChunkName: 'later' */ './later.js');");
  const compiler = webpack({
    context: folder,
    mode: 'none',
    target: 'web',
    entry: './entry.js',
    output: { path: folder, filename: 'built.js', chunkFilename: '[name].js', publicPath: 'http://shop/' },
    plugins: [new ChunkIntegrityPlugin()],
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString()));
      else compiler.close(() => resolve());
    });
  });
  const appended: object[] = [];
  const document = {
    getElementsByTagName: () => [],
    createElement: () => ({ setAttribute() {} }),
    head: { appendChild: (element: object) => appended.push(element) },
  };
  const self = { ARCADE_INTEGRITY: integrity };
  runInNewContext(await readFile(join(folder, 'built.js'), 'utf8'), { document, self, setTimeout: () => 0 });
  return appended[0];
}

test('a chunk that is loaded later is verified, if the shell knows what it must be', async () => {
  expect(await scriptOfLaterChunk({ 'http://shop/later.js': 'sha384-later' })).toMatchObject({
    src: 'http://shop/later.js',
    integrity: 'sha384-later',
    crossOrigin: 'anonymous',
  });
  expect(await scriptOfLaterChunk(undefined)).not.toHaveProperty('integrity');
});

// Lists the shell's own browser files in dist/client/assets.json, for the HTML that the shell's server writes, and compresses them.
import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { type Compiler, sources } from 'webpack';

export interface HostAssets {
  /** In order of loading. */
  readonly js: readonly HostAsset[];
  readonly css: readonly HostAsset[];
  /** To preload: a style sheet names them too late. */
  readonly fonts: readonly string[];
}

export interface HostAsset {
  readonly file: string;
  readonly integrity: string;
}

export class HostAssetsPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('HostAssetsPlugin', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'HostAssetsPlugin', stage }, () => {
        const files = compilation.entrypoints.get('app')?.getFiles() ?? [];
        const withExtension = (extension: string): HostAsset[] =>
          files
            .filter((file) => file.endsWith(extension))
            .map((file) => {
              const content = compilation.getAsset(file)?.source.buffer() ?? Buffer.alloc(0);
              return { file, integrity: `sha384-${createHash('sha384').update(content).digest('base64')}` };
            });
        const assets: HostAssets = {
          js: withExtension('.js'),
          css: withExtension('.css'),
          fonts: Object.keys(compilation.assets).filter((file) => file.endsWith('.woff2')),
        };
        // Chunks that are loaded later too.
        for (const { name, source } of compilation.getAssets()) {
          if (!/\.(js|css)$/.test(name)) continue;
          compilation.emitAsset(`${name}.br`, new sources.RawSource(brotliCompressSync(source.buffer())));
        }
        compilation.emitAsset('assets.json', new sources.RawSource(JSON.stringify(assets)));
      });
    });
  }
}

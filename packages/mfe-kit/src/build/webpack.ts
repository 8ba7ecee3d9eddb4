// webpack.config.ts of a micro-frontend: `export default microFrontend(config)`; of the shell: `export default shell({ … })`.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModuleFederationPlugin } from '@module-federation/enhanced/webpack';
import type { Configuration, PathData } from 'webpack';
import type { MicroFrontend } from '../config.ts';
import { ChunkIntegrityPlugin } from './chunk-integrity.ts';
import { servePort } from './env.ts';
import { HostAssetsPlugin } from './host-assets.ts';
import { ReleasePlugin, releasePlaceholder } from './release.ts';
import { base, rules, type Target } from './rules.ts';
import { ServePlugin } from './serve.ts';
import { sharedModules } from './shared-modules.ts';

export type { HostAssets } from './host-assets.ts';

/** What containers have instead of the bundler runtime: the shell's, see container-runtime.ts. */
const containerRuntime = {
  [createRequire(import.meta.url).resolve('@module-federation/webpack-bundler-runtime/bundler')]:
    'global ARCADE_CONTAINER_RUNTIME',
};

/** The same for host and remotes, or they would not understand one another. */
const federation = (target: Target) => ({
  shareStrategy: 'loaded-first' as const,
  manifest: false,
  dts: false,
  dev: false,
  experiments: {
    optimization: {
      disableSnapshot: true,
      target: target === 'client' ? ('web' as const) : ('node' as const),
    },
  },
});

/**
 * Builds twice, for the browser and for server rendering. When both are done, release.ts makes the release of them: dist/client, dist/server and dist/manifest.json.
 */
export function microFrontend(config: MicroFrontend): Configuration[] {
  const root = process.cwd();
  const release = new ReleasePlugin({ config, root });
  const port = servePort();
  const container = `${config.name.replaceAll('-', '_')}_${releasePlaceholder}`;

  return (['client', 'server'] as const).map((target) => {
    const common = base(target, join(root, 'dist', target));
    return {
      ...common,
      entry: {},
      externals: containerRuntime,
      output: {
        ...common.output,
        uniqueName: container,
        publicPath: target === 'client' ? 'auto' : '',
        // By the `require` that the shell gives to it; webpack's own loader runs a chunk in a callback, where an error of the chunk ends the process.
        ...(target === 'server' && { chunkLoading: 'require' as const }),
      },
      plugins: [
        ...(common.plugins ?? []),
        new ModuleFederationPlugin({
          ...federation(target),
          name: container,
          filename: target === 'client' ? 'remoteEntry.js' : 'remoteEntry.cjs',
          library: target === 'client' ? { type: 'var', name: container } : { type: 'commonjs-module' },
          exposes: exposes(config, target),
          // The shell provides them: no fallback of our own. Without the version that it was built for a release does not load, where it would break
          // later and elsewhere: the one before takes its place, and whoever watches hears of it.
          shared: mapShared(({ requiredVersion }) => ({
            singleton: true,
            strictVersion: true,
            requiredVersion,
            import: false,
          })),
        }),
        ...(target === 'client' ? [new ChunkIntegrityPlugin()] : []),
        release,
        ...(port && target === 'client' ? [new ServePlugin(port, join(root, 'dist'))] : []),
      ],
    };
  });
}

/** The modules that the container hands out, by the names that the manifest uses. */
function exposes(config: MicroFrontend, target: Target): Record<string, { import: string; name: string }> {
  const modules: Record<string, { import: string; name: string }> = {};
  for (const [name, { module }] of Object.entries({ ...config.pages, ...config.slots })) {
    modules[`./${name}`] = { import: module, name };
  }
  if (config.actions && target === 'server') {
    modules['./actions'] = { import: config.actions.module, name: 'actions' };
  }
  return modules;
}

const boundedDocuments = {
  test: /@urql\/core\/dist\/[^/]+\.mjs$/,
  loader: fileURLToPath(new URL('./urql-loader.ts', import.meta.url)),
};

/** The host: provides the shared modules and the containers' runtime. Its files land in dist/client and dist/server. */
export function shell(entries: Readonly<Record<Target, string>>): Configuration[] {
  return (['client', 'server'] as const).map((target) => {
    const common = base(target, join(process.cwd(), 'dist', target));
    return {
      ...common,
      // All shared modules are part of it, also those that only micro-frontends import.
      entry: {
        app: [
          fileURLToPath(new URL('./container-runtime.ts', import.meta.url)),
          ...Object.keys(sharedModules()),
          entries[target],
        ],
      },
      output: {
        ...common.output,
        uniqueName: 'arcade_shell',
        publicPath: target === 'client' ? '/assets/' : '',
        ...(target === 'client'
          ? { filename: hashedFilename }
          : { filename: 'app.cjs', library: { type: 'commonjs2' as const } }),
      },
      ...(target === 'server' && { module: { rules: [...rules(target), boundedDocuments] } }),
      plugins: [
        ...(common.plugins ?? []),
        new ModuleFederationPlugin({
          ...federation(target),
          name: 'arcade_shell',
          // Eager: they are part of the first script, and nobody waits for another.
          shared: mapShared(({ version, requiredVersion }) => ({
            singleton: true,
            eager: true,
            version,
            requiredVersion,
          })),
        }),
        ...(target === 'client' ? [new HostAssetsPlugin()] : []),
      ],
    };
  });
}

/** The federation runtime asks how deep the file will lie while its content, and so its hash, is still being made. */
const hashedFilename = ({ chunk }: PathData) =>
  chunk?.contentHash?.javascript ? '[name].[contenthash:10].js' : '[name].js';

function mapShared<Options>(
  options: (module: { readonly version: string; readonly requiredVersion: string }) => Options,
): Record<string, Options> {
  return Object.fromEntries(
    Object.entries(sharedModules()).map(([request, module]) => [request, options(module)]),
  );
}

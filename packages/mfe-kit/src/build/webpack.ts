// webpack.config.ts of a micro-frontend: `export default microFrontend(config)`.
//
// It is built twice, for the browser and for server rendering, into node_modules/.cache; when both are done, release.ts makes the
// release of them: dist/client, dist/server and dist/manifest.json.
import { join } from 'node:path';
import { ModuleFederationPlugin } from '@module-federation/enhanced/webpack';
import type { Configuration } from 'webpack';
import type { MicroFrontend } from '../config.ts';
import { ReleasePlugin, releasePlaceholder } from './release.ts';
import { base, type Target } from './rules.ts';
import { sharedModules } from './shared-modules.ts';

export function microFrontend(config: MicroFrontend): Configuration[] {
  const root = process.cwd();
  const drafts = join(root, 'node_modules/.cache/arcade');
  const release = new ReleasePlugin({ config, root, drafts });
  return [build(config, 'client', drafts, release), build(config, 'server', drafts, release)];
}

function build(config: MicroFrontend, target: Target, drafts: string, release: ReleasePlugin): Configuration {
  const common = base(target, join(drafts, target));
  const container = `${config.name.replaceAll('-', '_')}_${releasePlaceholder}`;
  return {
    ...common,
    entry: {},
    output: {
      ...common.output,
      uniqueName: container,
      publicPath: target === 'client' ? 'auto' : '',
    },
    plugins: [
      ...(common.plugins ?? []),
      new ModuleFederationPlugin({
        name: container,
        filename: target === 'client' ? 'remoteEntry.js' : 'remoteEntry.cjs',
        library: target === 'client' ? { type: 'var', name: container } : { type: 'commonjs-module' },
        exposes: exposes(config, target),
        shared: Object.fromEntries(
          Object.entries(sharedModules()).map(([request, { requiredVersion }]) => [
            request,
            // The shell provides it: no fallback of our own.
            { singleton: true, requiredVersion, import: false as const },
          ]),
        ),
        shareStrategy: 'loaded-first',
        manifest: false,
        dts: false,
        dev: false,
        experiments: {
          externalRuntime: true,
          optimization: { disableSnapshot: true, target: target === 'client' ? 'web' : 'node' },
        },
      }),
      release,
    ],
  };
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

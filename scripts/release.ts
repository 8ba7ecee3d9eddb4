// `npm run release -w mfe-order`: builds one micro-frontend and makes it live; with `-- --traffic 10` for a share of the visitors. The
// next page view has it.
import { build } from './shop/build.ts';
import { readShopOptions } from './shop/env.ts';
import { showRegistryCommand } from './shop/registry-command.ts';
import { runCommand } from './shop/terminal.ts';

await runCommand(async (signal, root) => {
  const [unit = '', ...args] = process.argv.slice(2);
  await build(root, signal, [`./${unit}`]);
  const share = args.includes('--traffic') ? [] : ['--traffic', '100'];
  await showRegistryCommand(readShopOptions(root), ['release', unit, '--built', ...share, ...args], signal);
});

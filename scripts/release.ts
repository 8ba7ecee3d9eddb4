// `npm run release -w mfe-order`: builds one micro-frontend and makes it live; with `-- --traffic 10` for a share of the visitors. The
// next page view has it.
import { parseArgs } from 'node:util';
import { build } from './shop/build.ts';
import { readShopOptions, shopAddress } from './shop/env.ts';
import { showRegistryCommand } from './shop/registry-command.ts';
import { runCommand } from './shop/terminal.ts';

await runCommand(async (signal, root) => {
  const [unit = '', ...args] = process.argv.slice(2);
  const options = readShopOptions(root);
  await build(root, signal, [`./${unit}`]);
  const { traffic } = parseArgs({ args, options: { traffic: { type: 'string' } }, strict: false }).values;
  const everybody = traffic === undefined ? ['--traffic', '100'] : [];
  await showRegistryCommand(options, ['release', unit, '--built', ...everybody, ...args], signal);
  const share = Number.parseFloat(String(traffic));
  if (process.exitCode === 0 && share > 0 && share < 100) {
    const address = (number: number) => `${shopAddress(options)}/?visitor=${number}`;
    if (options.allowOverrides === '1') {
      console.log(`  With it:     ${address(0)}`);
      console.log(`  Without it:  ${address(9999)} in a private window`);
    }
    console.log(`  For everybody: npx arcade promote ${unit}. For nobody: npx arcade rollback ${unit}.`);
  }
});

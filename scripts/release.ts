// `npm run release -w mfe-order`: builds one micro-frontend and makes it live. The next page view has it.
import { build } from './shop/build.ts';
import { readShopOptions } from './shop/env.ts';
import { registryCommand } from './shop/registry-command.ts';
import { runCommand } from './shop/terminal.ts';

await runCommand(async (signal, root) => {
  const unit = process.argv[2];
  await build(root, signal, [`./${unit}`]);
  console.log(await registryCommand(readShopOptions(root), ['release', `${unit}/dist`]));
});

// `npm run rollback -w mfe-order`: makes the release before live again.
import { readShopOptions } from './shop/env.ts';
import { registryCommand } from './shop/registry-command.ts';
import { runCommand } from './shop/terminal.ts';

await runCommand(async (_signal, root) => {
  console.log(await registryCommand(readShopOptions(root), ['rollback', process.argv[2] ?? '']));
});

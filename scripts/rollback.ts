// `npm run rollback -w mfe-order`: takes the candidate away, else brings back the release before.
import { readShopOptions } from './shop/env.ts';
import { showRegistryCommand } from './shop/registry-command.ts';
import { runCommand } from './shop/terminal.ts';

await runCommand(async (signal, root) => {
  await showRegistryCommand(readShopOptions(root), ['rollback', ...process.argv.slice(2)], signal);
});

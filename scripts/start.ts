// `npm start`: builds, starts everything, says where it is, and ends everything.
import { build } from './shop/build.ts';
import { readShopOptions } from './shop/env.ts';
import { startShop } from './shop/shop.ts';
import { keepOpen, printChange, runCommand } from './shop/terminal.ts';

await runCommand(async (signal, root) => {
  const started = performance.now();
  const shop = await startShop({
    ...readShopOptions(root),
    build: () => build(root, signal),
    signal,
    onChange: printChange,
  });
  await keepOpen(shop, started, signal);
  await shop.stop();
});

// `npm start`: builds, starts everything, says where it is, and ends everything.
import { build } from './shop/build.ts';
import { readShopOptions } from './shop/env.ts';
import { startShop } from './shop/shop.ts';
import { printChange, printTable, runCommand } from './shop/terminal.ts';

await runCommand(async (signal, root) => {
  const started = performance.now();
  let ready = false;
  const shop = await startShop({
    ...readShopOptions(root),
    built: build(root, signal),
    signal,
    onChange: (change) => ready && printChange(change),
  });
  ready = true;
  printTable(shop.status(), (performance.now() - started) / 1000);
  return shop.stop;
});

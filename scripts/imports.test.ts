// The direction of imports is kept by biome.json; this proves that it is.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

const forbidden = [
  ['subgraphs/order/src/domain/order.ts', '../postgres/orders.ts'],
  ['subgraphs/order/src/domain/order.ts', '../use-cases/place-order.ts'],
  ['subgraphs/order/src/domain/order.ts', 'node:crypto'],
  ['subgraphs/order/src/domain/order.ts', 'zod'],
  ['subgraphs/order/src/use-cases/place-order.ts', '../postgres/orders.ts'],
  ['subgraphs/order/src/use-cases/place-order.ts', '../graphql/order.ts'],
  ['subgraphs/order/src/postgres/orders.ts', '../reactions/on-stock.ts'],
  ['subgraphs/order/src/graphql/order.ts', '../postgres/orders.ts'],
  ['subgraphs/order/src/reactions/on-stock.ts', '../graphql/order.ts'],
  ['subgraphs/order/src/reactions/on-stock.ts', '@arcade/catalog-subgraph/events'],
  ['subgraphs/order/src/reactions/on-stock.ts', '../../../catalog/events.ts'],
  ['subgraphs/order/src/main.ts', '../../catalog/events.ts'],
  ['subgraphs/order/src/main.ts', '../../catalog/src/domain/product.ts'],
  ['mfe-order/src/cart/cart-page.tsx', '../../../mfe-catalog/src/messages/en.ts'],
  ['mfe-order/src/cart/cart-page.tsx', '@arcade/mfe-catalog'],
  ['shell/src/main.ts', '../../router/src/main.ts'],
  ['packages/ui/src/button.tsx', '../../../shell/src/layout.tsx'],
  ['packages/ui/src/button.tsx', '@arcade/shell/layout'],
  ['registry/src/releases.ts', '../../packages/mfe-kit/src/manifest.ts'],
];

const allowed = [
  ['subgraphs/order/src/domain/order.ts', './money.ts'],
  ['subgraphs/order/src/domain/order.test.ts', 'vitest'],
  ['subgraphs/order/src/use-cases/place-order.ts', '../domain/order.ts'],
  ['subgraphs/order/src/postgres/orders.ts', '../use-cases/ports.ts'],
  ['subgraphs/order/src/postgres/orders.ts', '@arcade/subgraph-kit/outbox'],
  ['subgraphs/order/src/main.ts', './graphql/resolvers.ts'],
  ['mfe-order/src/cart/cart-page.tsx', '../../mfe.config.ts'],
  ['mfe-order/src/cart/cart-page.tsx', '@arcade/ui/button'],
  ['registry/src/releases.ts', '@arcade/mfe-kit/manifest'],
];

test('imports in the wrong direction are refused, the others are not', () => {
  expect(refused([...forbidden, ...allowed])).toEqual(forbidden);
});

/** Those of the pairs `file, what it imports` that the linter refuses, in a tree of their own with the project's rules. */
function refused(pairs: string[][]): string[][] {
  const tree = mkdtempSync(path.join(tmpdir(), 'imports-'));
  onTestFinished(() => rmSync(tree, { recursive: true }));
  for (const name of ['biome.json', '.gitignore']) copyFileSync(path.join(root, name), path.join(tree, name));
  const files = pairs.map(([file = '', source], n) => {
    const name = file.replace(/(\.test)?\.tsx?$/, `-${n}$&`);
    mkdirSync(path.join(tree, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(tree, name), `import { it } from '${source}';\nexport const one = it;\n`);
    return name;
  });
  const { stdout } = spawnSync(
    path.join(root, 'node_modules/.bin/biome'),
    ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none'],
    { cwd: tree, encoding: 'utf8' },
  );
  return pairs.filter((_, n) => stdout.includes(`/${files[n]},`));
}

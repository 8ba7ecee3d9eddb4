// The direction of imports is kept by biome.json; this proves that it is.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

test.each([
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
])('%s must not import %s', (file, source) => {
  expect(lint(file, source)).toContain('noRestrictedImports');
});

test.each([
  ['subgraphs/order/src/domain/order.ts', './money.ts'],
  ['subgraphs/order/src/domain/order.test.ts', 'vitest'],
  ['subgraphs/order/src/use-cases/place-order.ts', '../domain/order.ts'],
  ['subgraphs/order/src/postgres/orders.ts', '../use-cases/ports.ts'],
  ['subgraphs/order/src/postgres/orders.ts', '@arcade/subgraph-kit/outbox'],
  ['subgraphs/order/src/main.ts', './graphql/resolvers.ts'],
  ['mfe-order/src/cart/cart-page.tsx', '../../mfe.config.ts'],
  ['mfe-order/src/cart/cart-page.tsx', '@arcade/ui/button'],
  ['registry/src/releases.ts', '@arcade/mfe-kit/manifest'],
])('%s may import %s', (file, source) => {
  expect(lint(file, source)).not.toContain('noRestrictedImports');
});

/** What the linter has against it. */
function lint(file: string, source: string): string {
  const code = `import { it } from '${source}';\nexport const one = it;\n`;
  const args = ['lint', '--only=style/noRestrictedImports', `--stdin-file-path=${file}`];
  const { stdout, stderr } = spawnSync(path.join(root, 'node_modules/.bin/biome'), args, {
    cwd: root,
    input: code,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

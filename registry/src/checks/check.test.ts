import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { checkFrontend, checkShell, checkSubgraph } from './check.ts';
import { isRefused } from './finding.ts';
import { asks, live, release, world } from './test-world.ts';

const schema = buildSchema('type Query { shop: String old: String @deprecated }');
const shell = { version: '1', shared: { react: '19.3.1' }, uses: {} };

test('all that is wrong with a release is said at once, refusals before warnings', () => {
  const candidate = release('mfe-order', '2', {
    pages: { 'order.product': { path: '/p/:id', expose: './order.product' } },
    uses: { 'order.tracking': { input: {} } },
    exposes: { './order.product': { js: ['client/a.js'], css: [] } },
    shared: { react: { requiredVersion: '^20.0.0', singleton: true } },
    files: { 'client/a.js': { integrity: `sha384-${'a'.repeat(64)}`, size: 90_000, brotliSize: 30_000 } },
    operations: asks('query Shop { shop old shopp }'),
  });
  const catalog = release('mfe-catalog', '1', {
    pages: { 'catalog.product': { path: '/p/:handle', expose: './catalog.product' } },
  });
  const findings = checkFrontend(
    candidate,
    world({ shell, supergraphs: [{ name: 'live', schema }], live: [live(catalog)] }),
  );
  expect(findings.map(({ check, severity }) => `${severity} ${check}`)).toEqual([
    'refusal operations',
    'refusal routes',
    'refusal slots',
    'refusal shared',
    'refusal weight',
    'warning operations',
  ]);
  for (const { unit, release, message, remedy } of findings) {
    expect([unit, release]).toEqual(['mfe-order', '2']);
    expect(message).toMatch(/\.( |$)|\?$/);
    expect(remedy).toMatch(/\.$/);
  }
  expect(isRefused(findings)).toBe(true);
});

test('a warning alone holds nobody up', () => {
  const candidate = release('mfe-order', '2', { operations: asks('query Shop { old }') });
  const findings = checkFrontend(candidate, world({ shell, supergraphs: [{ name: 'live', schema }] }));
  expect(findings).toHaveLength(1);
  expect(isRefused(findings)).toBe(false);
});

test('a shell is checked as what it is: it provides, names slots and asks', () => {
  const react = { react: { requiredVersion: '^19.0.0', singleton: true } };
  const now = world({
    shell,
    supergraphs: [{ name: 'live', schema }],
    live: [live(release('mfe-order', '1', { shared: react }))],
  });
  expect(checkShell({ ...shell, version: '2' }, now)).toEqual([]);
  const next = {
    version: '2',
    shared: { react: '20.0.0' },
    uses: { 'header.cart': { input: {} } },
    operations: asks('query Navigation { categories }'),
  };
  expect(checkShell(next, now).map(({ check, unit }) => `${unit} ${check}`)).toEqual([
    'shell operations',
    'shell slots',
    'shell shared',
  ]);
});

test('a subgraph that composes and keeps what is asked for may be released', () => {
  const candidate = {
    unit: 'subgraphs/shop',
    version: '2',
    url: 'http://shop',
    sdl: 'type Query { shop: String! }',
  };
  const asking = live(release('mfe-order', '1', { operations: asks('query Shop { shop }') }));
  const now = world({ supergraphs: [{ name: 'live', schema }], live: [asking] });
  expect(checkSubgraph(candidate, now)).toEqual([]);
  const without = { ...candidate, sdl: 'type Query { old: String }' };
  expect(checkSubgraph(without, now)).toMatchObject([{ severity: 'refusal', field: 'Query.shop' }]);
});

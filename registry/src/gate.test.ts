import { expect, test } from 'vitest';
import type { ActAnswer, CheckAnswer, PublishAnswer } from './api.ts';
import { asks } from './checks/test-world.ts';
import type { RegistryClient } from './cli/client.ts';
import type { ReleaseManifest } from './manifests.ts';
import { build, manifestOf, secretOf, serve, temporaryFolder } from './testing.ts';

const catalog = 'type Query { product: Product } type Product @key(fields: "id") { id: ID! name: String! }';
const withMaterial = catalog.replace('name:', 'material: String name:');
const order =
  'type Query { cart: Cart } type Cart { product: Product } type Product @key(fields: "id") { id: ID! }';

test('a release whose query the live graph cannot answer is kept and marked, gets nobody, and a forced one shows in the log', async () => {
  const { admin } = await shop();
  const bad = await build({ version: 'bad', operations: ['query Card { product { material } }'] });
  const published = await admin.publishFolder('mfe-order', bad);
  expect(published).toMatchObject({
    passes: false,
    findings: [
      {
        check: 'operations',
        severity: 'refusal',
        operation: 'Card',
        message: expect.stringContaining('Cannot query field "material" on type "Product"'),
      },
    ],
  });
  await expect(deploy(admin, 'mfe-order', 'bad')).rejects.toMatchObject({ code: 'CHECK_FAILED' });
  expect(await admin.get('units/mfe-order')).toMatchObject({
    live: { stable: { version: 'v1' } },
    latest: { version: 'bad', passes: false },
  });
  await deploy(admin, 'mfe-order', 'bad', { force: true, reason: 'the field comes today' });
  expect(await admin.get('log?limit=1')).toMatchObject({
    entries: [{ reason: 'the field comes today', act: { version: 'bad', force: true } }],
  });
});

test('a field that only a canary asks for cannot be taken away, until the canary is gone', async () => {
  const { admin } = await shop({ catalog: withMaterial });
  const canary = await build({ version: 'canary', operations: ['query Card { product { material } }'] });
  await admin.publishFolder('mfe-order', canary);
  await deploy(admin, 'mfe-order', 'canary', { traffic: 10 });
  await publish(admin, subgraph('catalog', 'without', catalog));
  await expect(deploy(admin, 'subgraphs/catalog', 'without')).rejects.toMatchObject({
    code: 'CHECK_FAILED',
    findings: [
      {
        check: 'schema',
        operation: 'Card',
        field: 'Product.material',
        message: expect.stringContaining('Asked for by mfe-order canary (10 % of visitors) in Card'),
      },
    ],
  });
  // Its twin takes away nothing that anybody asks for.
  await publish(admin, subgraph('catalog', 'more', withMaterial.replace('name:', 'size: Int name:')));
  await deploy(admin, 'subgraphs/catalog', 'more');

  await admin.post('units/mfe-order/rollback', {});
  expect(await deploy(admin, 'subgraphs/catalog', 'without')).toMatchObject({ acts: [{}] });
});

test('routers get the graph of what is live, again when a subgraph was deployed, and as it was when that is taken back', async () => {
  const { admin, supergraph } = await shop();
  const first = await supergraph();
  expect(first.text).toContain('name: String!');
  expect((await supergraph(first.etag)).status).toBe(304);

  await publish(admin, subgraph('catalog', 'more', withMaterial));
  await deploy(admin, 'subgraphs/catalog', 'more');
  expect((await supergraph(first.etag)).text).toContain('material: String');
  await admin.post('units/subgraphs%2Fcatalog/rollback', {});
  expect((await supergraph()).text).toBe(first.text);
});

test('a subgraph is not taken back under a release that asks for what it brought', async () => {
  const { admin } = await shop();
  await publish(admin, subgraph('catalog', 'more', withMaterial));
  await deploy(admin, 'subgraphs/catalog', 'more');
  const asking = await build({ version: 'v2', operations: ['query Card { product { material } }'] });
  await admin.publishFolder('mfe-order', asking);
  await deploy(admin, 'mfe-order', 'v2');
  const back = (how = {}) => admin.post<ActAnswer>('units/subgraphs%2Fcatalog/rollback', how);
  await expect(back()).rejects.toMatchObject({ code: 'CHECK_FAILED' });
  await expect(back({ force: true })).rejects.toMatchObject({ code: 'REASON_MISSING' });
  expect(await back({ force: true, reason: 'it burns' })).toMatchObject({
    live: { stable: { version: 'v1' } },
    acts: [{ reason: 'it burns', act: { act: 'rollback', force: true } }],
  });
});

test('without a subgraph there is no graph to follow, and that is said; of what is not known nothing is checked, and that too', async () => {
  const { url, as } = await serve(await temporaryFolder(), {});
  const answer = await fetch(`${url}/supergraph.graphql`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: 'NO_SUPERGRAPH' });
  const asking = manifestOf({ version: 'v1', operations: ['query Any { thing }'] });
  expect(await as().post<CheckAnswer>('units/mfe-order/check', asking)).toMatchObject({
    passes: true,
    findings: [
      { severity: 'warning', message: expect.stringMatching(/^Its operations are not checked/) },
      { severity: 'warning', message: expect.stringMatching(/^Its shared modules are not checked/) },
    ],
  });
});

test('subgraphs that need one another are deployed together, or not at all', async () => {
  const { url, as } = await serve(await temporaryFolder(), {});
  const admin = as(secretOf.admin);
  // A product's name is the catalog's: alone it does not compose.
  const needing = order.replace(
    '{ id: ID! }',
    '{ id: ID! name: String! @external label: String @requires(fields: "name") }',
  );
  await publish(admin, subgraph('order', 'v1', needing));
  await publish(admin, subgraph('catalog', 'v1', catalog));
  await publish(admin, subgraph('catalog', 'broken', 'type Query {'));
  const releases = (version: string) =>
    ['order', 'catalog'].map((name) => ({
      unit: `subgraphs/${name}`,
      version: name === 'order' ? 'v1' : version,
    }));
  await expect(admin.post('deploy', { releases: releases('broken') })).rejects.toMatchObject({
    code: 'CHECK_FAILED',
  });
  expect((await fetch(`${url}/supergraph.graphql`)).status).toBe(503);
  await expect(as(secretOf.order).post('deploy', { releases: releases('v1') })).rejects.toMatchObject({
    code: 'TOKEN_OF_OTHERS',
  });
  expect(await admin.post('deploy', { releases: releases('v1') })).toMatchObject({ acts: [{}, {}] });
  expect((await fetch(`${url}/supergraph.graphql`)).status).toBe(200);
});

test('a shell that no longer provides what live releases were built against is refused, one that does is not', async () => {
  const { admin } = await shop();
  await publish(admin, shell('s2', { react: '19.3.1' }));
  await deploy(admin, 'shell', 's2');
  const shared = { react: { requiredVersion: '^19.0.0', singleton: true } };
  await admin.publishFolder('mfe-order', await build({ version: 'v2', shared }));
  await deploy(admin, 'mfe-order', 'v2', { traffic: 10 });

  await publish(admin, shell('s3', { react: '20.0.0' }));
  await expect(deploy(admin, 'shell', 's3')).rejects.toMatchObject({
    findings: [
      {
        check: 'shared',
        message: 'It needs react ^19.0.0, but the shell (s3) provides 20.0.0. Built so: mfe-order v2.',
      },
    ],
  });
  await publish(admin, shell('s4', { react: '19.4.0' }));
  await deploy(admin, 'shell', 's4');
});

test('what a shell asks for stays in the graph for as long as a rollback could bring that shell back', async () => {
  const { admin } = await shop({ catalog: withMaterial });
  await publish(admin, shell('s2', {}, 'query Menu { product { material } }'));
  await deploy(admin, 'shell', 's2');
  await publish(admin, shell('s3', {}, 'query Menu { product { name } }'));
  await deploy(admin, 'shell', 's3');
  await publish(admin, subgraph('catalog', 'without', catalog));
  await expect(deploy(admin, 'subgraphs/catalog', 'without')).rejects.toMatchObject({
    findings: [
      {
        field: 'Product.material',
        message: expect.stringContaining('shell s2 (no traffic, but a rollback could bring it back) in Menu'),
      },
    ],
  });
  expect(await admin.post('units/shell/rollback', {})).toMatchObject({ live: { stable: { version: 's2' } } });
});

test('subgraphs and the shell are no micro-frontends, and have no share of visitors', async () => {
  const { admin, discover } = await shop();
  expect(Object.keys((await discover()).microFrontends)).toEqual(['mfe-order']);
  await publish(admin, shell('s2', {}));
  await expect(deploy(admin, 'shell', 's2', { traffic: 10 })).rejects.toMatchObject({ code: 'WHOLE_ONLY' });
});

test('what a new schema has is told', async () => {
  const { admin } = await shop();
  await publish(admin, subgraph('catalog', 'more', withMaterial));
  expect(await admin.get('units/subgraphs%2Fcatalog/diff?to=more')).toMatchObject({
    schema: { added: ['Product.material: String'], removed: [] },
  });
});

/** A shop with two subgraphs, a shell, and mfe-order v1, all live. */
async function shop(schemas: { catalog?: string } = {}) {
  const { url, as, discover } = await serve(await temporaryFolder(), {});
  const admin = as(secretOf.admin);
  await publish(admin, subgraph('catalog', 'v1', schemas.catalog ?? catalog));
  await publish(admin, subgraph('order', 'v1', order));
  await publish(admin, shell('s1', {}));
  await admin.publishFolder(
    'mfe-order',
    await build({ version: 'v1', operations: ['query Name { product { name } }'] }),
  );
  const releases = [
    { unit: 'subgraphs/catalog', version: 'v1' },
    { unit: 'subgraphs/order', version: 'v1' },
    { unit: 'shell', version: 's1' },
    { unit: 'mfe-order', version: 'v1' },
  ];
  await admin.post('deploy', { releases });
  const supergraph = async (etag?: string) => {
    const headers: Record<string, string> = etag ? { 'if-none-match': etag } : {};
    const answer = await fetch(`${url}/supergraph.graphql`, { headers });
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: await answer.text() };
  };
  return { admin, discover, supergraph };
}

const subgraph = (name: string, version: string, schema: string): ReleaseManifest => ({
  unit: `subgraphs/${name}`,
  version,
  schema,
  url: `http://127.0.0.1:4001/${name}`,
});

const shell = (
  version: string,
  shared: Record<string, string>,
  ...operations: string[]
): ReleaseManifest => ({
  unit: 'shell',
  version,
  shared,
  uses: {},
  operations: asks(...operations),
});

const publish = (registry: RegistryClient, manifest: ReleaseManifest): Promise<PublishAnswer> =>
  registry.publish(manifest.unit, { folder: '', text: JSON.stringify(manifest), manifest });

const deploy = (registry: RegistryClient, unit: string, version: string, how: object = {}) =>
  registry.post<ActAnswer>(`units/${encodeURIComponent(unit)}/deploy`, { version, traffic: 100, ...how });

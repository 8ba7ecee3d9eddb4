import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build, serve, temporaryFolder } from '../testing.ts';
import { run, world } from './testing.ts';

test('a release is published, given a share, promoted and taken back, and each step says what it did', async () => {
  const { arcade } = await world();
  const [first, second] = [
    await build({ version: 'a1' }),
    await build({ version: 'b2', operations: ['query New { new }'] }),
  ];
  expect(await arcade('release', 'mfe-order', '--folder', first)).toMatchObject({
    said: 'mfe-order@a1 is published',
  });
  expect(await arcade('deploy', 'mfe-order')).toMatchObject({ said: 'mfe-order@a1 is stable' });
  expect(await arcade('release', 'mfe-order', '--folder', second, '--traffic', '10')).toMatchObject({
    said: 'mfe-order@b2 is published\nmfe-order@b2 gets 10 % of the visitors (numbers 0 to 999)',
  });
  expect((await arcade('status')).said).toMatch(/^mfe-order +a1 +90 % +b2 +10 % +b2 /m);
  expect((await arcade('diff', 'mfe-order')).said).toMatch(
    /^mfe-order a1 → b2\n {2}\+ operations: New [0-9a-f]{12}\n/,
  );
  expect(await arcade('promote', 'mfe-order@b')).toMatchObject({
    said: 'mfe-order@b2 is stable (before: a1)',
  });
  expect(await arcade('rollback', 'mfe-order', '--reason', 'carts were lost')).toMatchObject({
    said: 'mfe-order@b2 is taken back; a1 has everybody',
    code: 0,
  });
  expect((await arcade('log', 'mfe-order')).said.split('\n').at(-1)).toMatch(
    /^6 .* admin +mfe-order@b2 is taken back; a1 has everybody +carts were lost$/,
  );
});

test('a ramp is asked for in the words of people', async () => {
  const { arcade } = await world('a1', 'b2');
  await arcade('deploy', 'mfe-order@a1');
  await arcade('deploy', 'mfe-order@b2', '--traffic', '12.5%', '--to', '100', '--every', '10m');
  expect((await arcade('status', 'mfe-order')).said).toMatch(/12.5 % +doubles every 10m up to 100 %/);
});

test('for programs there is JSON, refusals included', async () => {
  const { arcade } = await world('a1');
  const deployed = await arcade('deploy', 'mfe-order', '--json');
  expect(JSON.parse(deployed.said)).toMatchObject({
    unit: 'mfe-order',
    live: { stable: { version: 'a1' } },
    acts: [{}],
  });
  const refused = await arcade('rollback', 'mfe-order', '--json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.complained)).toEqual({
    code: 'NOTHING_BEFORE',
    message: 'mfe-order has no earlier release to go back to.',
    findings: [],
  });
});

test('whatever goes wrong is one line that says what to do, and a code of its own', async () => {
  const { arcade } = await world('a1');
  expect(await arcade('deploy', 'mfe-order@zz')).toMatchObject({
    code: 1,
    complained: 'mfe-order has no release zz. The newest are a1.',
  });
  expect(await arcade('deploy', 'mfe-order', '--traffic', 'ten')).toMatchObject({
    code: 2,
    complained: '--traffic ten: write percent of visitors, such as 10.',
  });
  expect(await arcade('release', 'mfe-order', '--folder', await temporaryFolder())).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/manifest\.json does not exist: build the unit first\.$/),
  });
  const other = await build({ unit: 'mfe-catalog', version: 'c1' });
  expect(await arcade('release', 'mfe-order', '--folder', other)).toMatchObject({
    code: 1,
    complained: 'It is a release of mfe-catalog, and was sent as one of mfe-order.',
  });
  expect((await arcade('dance')).code).toBe(2);
});

test('without a registry it says where one was looked for', async () => {
  expect(await command({ REGISTRY_URL: 'http://127.0.0.1:9' }, 'status')).toMatchObject({
    code: 3,
    complained: expect.stringMatching(
      /^The registry at http:\/\/127\.0\.0\.1:9 cannot be reached \(.+\)\. Start the shop/,
    ),
  });
  const dir = await temporaryFolder();
  expect(await command({ DATA_DIR: dir }, 'status')).toMatchObject({
    code: 3,
    complained: `No shop runs with its data in ${dir}: npm start, or set REGISTRY_URL.`,
  });
});

test('what answers and is no registry is called so', async () => {
  const { url } = await serve(await temporaryFolder());
  expect(await run({ url: `${url}/discovery.json` }, 'status')).toMatchObject({
    code: 3,
    complained: `What answers at ${url}/discovery.json (404) is no registry: look at REGISTRY_URL.`,
  });
});

test('what may not be deployed says why and what to do, also before it is published', async () => {
  const { arcade } = await world();
  const folder = await build({ version: 'bad' });
  const said =
    '  refused operations · Bag · Product.material\n    Product.material does not exist.\n    → Deploy subgraphs/catalog first.';
  expect(await arcade('check', 'mfe-order', '--folder', folder)).toMatchObject({
    code: 1,
    said: `mfe-order@bad may not be deployed\n${said}`,
  });
  expect(await arcade('release', 'mfe-order', '--folder', folder)).toMatchObject({
    code: 0,
    said: `mfe-order@bad is published, and does not pass its check\n${said}`,
  });
  expect(await arcade('deploy', 'mfe-order')).toMatchObject({
    code: 1,
    complained: expect.stringContaining(
      'mfe-order@bad does not pass its check: Product.material does not exist.',
    ),
  });
  expect(await arcade('deploy', 'mfe-order', '--force')).toMatchObject({
    code: 1,
    complained: 'What is forced needs a reason, for the log: --reason "…".',
  });
  expect(await arcade('deploy', 'mfe-order', '--force', '--reason', 'it comes')).toMatchObject({
    said: 'mfe-order@bad is stable (forced)',
  });
});

test('a start makes live what is new, and leaves alone what somebody has decided', async () => {
  const { arcade } = await world();
  const [first, second] = [await build({ version: 'a1' }), await build({ version: 'b2' })];
  const start = (folder: string) =>
    arcade('release', 'mfe-order', '--folder', folder, '--traffic', '100', '--if-new');
  expect((await start(first)).said).toBe('mfe-order@a1 is published\nmfe-order@a1 is stable');
  await start(second);
  await arcade('rollback', 'mfe-order');
  expect((await start(second)).said).toBe('mfe-order@b2 is published already');

  await arcade('deploy', 'mfe-order@b2', '--traffic', '10');
  const third = await start(await build({ version: 'c3' }));
  expect(third).toMatchObject({ code: 0 });
  expect(third.said).toContain('mfe-order@c3 is not deployed: mfe-order@b2 has 10 % of the visitors');
});

test('a subgraph is released with its schema as it lies there, the first ones of a shop together', async () => {
  const root = await temporaryFolder();
  await mkdir(path.join(root, 'router'));
  const addresses = { catalog: 'http://127.0.0.1:4001/graphql', order: 'http://127.0.0.1:4002/graphql' };
  await writeFile(path.join(root, 'router/subgraphs.json'), JSON.stringify(addresses));
  const write = async (name: string, sdl: string) => {
    await mkdir(path.join(root, 'subgraphs', name), { recursive: true });
    await writeFile(path.join(root, 'subgraphs', name, 'schema.graphql'), sdl);
  };
  await write(
    'catalog',
    'type Query { product: Product } type Product @key(fields: "id") { id: ID! name: String! }',
  );
  // Alone it does not compose: whose name it is, only the catalog knows.
  await write(
    'order',
    'type Query { cart: Product } type Product @key(fields: "id") { id: ID! name: String! @external label: String @requires(fields: "name") }',
  );
  const { url } = await serve(await temporaryFolder(), {});
  const arcade = (...args: string[]) => run({ url, root }, ...args);

  const first = await arcade('release', 'subgraphs/order', 'subgraphs/catalog', '--traffic', '100');
  expect(first).toMatchObject({ code: 0 });
  expect(first.said).toMatch(/subgraphs\/order@\w+ is stable\nsubgraphs\/catalog@\w+ is stable$/);
  expect((await arcade('release', 'subgraphs/catalog')).said).toContain('is published already');

  await write('catalog', 'type Query { product: Product } type Product @key(fields: "id") { id: ID! }');
  expect(await arcade('check', 'subgraphs/catalog')).toMatchObject({
    code: 1,
    said: expect.stringContaining('It does not compose with the live subgraphs.'),
  });
  expect(await arcade('release', 'subgraphs/search')).toMatchObject({
    code: 1,
    complained: expect.stringMatching(
      /schema\.graphql does not exist: a subgraph is released with its schema\.$/,
    ),
  });
});

test('a start goes on with first releases that fail their check, says so, and the log shows it', async () => {
  const { arcade } = await world();
  const folder = await build({ version: 'bad' });
  const release = ['release', 'mfe-order', '--folder', folder, '--traffic', '100'];
  expect(await arcade(...release)).toMatchObject({
    code: 1,
    complained: expect.stringContaining('does not exist'),
  });
  expect((await arcade(...release, '--if-new')).said).toMatch(
    /mfe-order@bad is stable \(forced\)\nfirst releases are deployed although mfe-order@bad does not pass its check/,
  );
  expect((await arcade('log')).said).toContain('first release of the unit');
});

/** The command itself, as a process. */
function command(env: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: number | null; complained: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(import.meta.dirname, '../cli.ts'), ...args],
      { env: { ...process.env, NO_COLOR: '1', ...env } },
      (_error, _stdout, stderr) => resolve({ code: child.exitCode, complained: stderr.trimEnd() }),
    );
  });
}

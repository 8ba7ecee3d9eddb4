import path from 'node:path';
import { discoverySchema } from '@arcade/mfe-kit/discovery';
import { expect, onTestFinished, test } from 'vitest';
import { discoveryDocument } from './discovery.ts';
import { openStore } from './store.ts';
import { manifestOf, temporaryFolder } from './testing.ts';

const by = { actor: 'mina', at: new Date('2026-05-05T12:00:00Z') };

test('the candidate comes first, because its visitors have the lowest numbers; shares sum to 100 to the hundredth', async () => {
  const store = await storeWith('v1', 'v2');
  deploy(store, 'mfe-order', 'v1', 100);
  deploy(store, 'mfe-order', 'v2', 0.07);
  const { microFrontends } = discoverySchema.parse(discoveryDocument(store, 'https://registry.example/shop'));
  expect(microFrontends['mfe-order']).toMatchObject([
    {
      url: 'https://registry.example/shop/releases/mfe-order/v2/client/entry.js',
      metadata: { version: 'v2' },
      deployment: { traffic: 0.07, default: false },
    },
    { metadata: { version: 'v1' }, deployment: { traffic: 99.93, default: true } },
  ]);
});

test('subgraphs are not in it: the router follows a supergraph', async () => {
  const store = await storeWith('v1');
  deploy(store, 'mfe-order', 'v1', 100);
  deploy(store, 'subgraphs/order', 's1', 100);
  expect(Object.keys(discoveryDocument(store, 'https://registry.example').microFrontends)).toEqual([
    'mfe-order',
  ]);
});

test('a release that has visitors and is not here is named, so that somebody publishes it again', async () => {
  const store = await storeWith();
  deploy(store, 'mfe-order', 'v1', 100);
  expect(() => discoveryDocument(store, 'https://registry.example')).toThrow(
    'mfe-order v1 has visitors and is not here: publish it again.',
  );
});

async function storeWith(...versions: string[]) {
  const store = openStore(path.join(await temporaryFolder(), 'registry.db'));
  onTestFinished(() => store.close());
  for (const version of versions) {
    const manifestText = JSON.stringify(manifestOf({ version }));
    const facts = { publishedAt: by.at.toISOString(), publishedBy: 'mina' };
    store.addRelease({ unit: 'mfe-order', version, manifestText, ...facts }, by);
  }
  return store;
}

function deploy(store: ReturnType<typeof openStore>, unit: string, version: string, traffic: number): void {
  store.append<never>(by, () => [{ act: 'deploy', unit, version, traffic }]);
}

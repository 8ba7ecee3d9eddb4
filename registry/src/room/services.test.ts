import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { serve, temporaryFolder } from '../testing.ts';
import { overviewPage } from './overview-page.ts';
import { watchServices } from './services.ts';
import { browser, words } from './testing.ts';

/** For what answers, on a machine however busy. */
const PATIENT_MS = 20_000;

const now = () => new Date('2026-05-05T12:00:00Z');

const metrics = `# HELP subgraph_circuit_breaker 0 closed, 1 half-open, 2 open.
# TYPE subgraph_circuit_breaker gauge
subgraph_circuit_breaker{subgraph="catalog"} 0
subgraph_circuit_breaker{subgraph="order"} 2
feed_lag_seconds{consumer="catalog"} 3.5
feed_reachable{consumer="catalog"} 1
feed_reachable{consumer="delivery"} 0
parked_messages{consumer="catalog",state="retrying"} 1
parked_messages{consumer="catalog",state="parked"} 2
`;
const answers: Record<string, string> = { '/readyz': '{"status":"ok"}', '/metrics': metrics };
const fine: RequestListener = ({ url = '' }, answer) =>
  answer.writeHead(url in answers ? 200 : 404).end(answers[url]);

test('of a service that is up it is known which breakers are open, and how far behind its events it is', async () => {
  const router = await listen(fine);
  const { services } = await watchServices({ addresses: { router }, now, deadlineMs: PATIENT_MS }).look();
  expect(services).toEqual([
    {
      name: 'router',
      state: 'up',
      breakers: [
        { subgraph: 'catalog', state: 'closed' },
        { subgraph: 'order', state: 'open' },
      ],
      feeds: [
        { consumer: 'catalog', lagSeconds: 3.5, reachable: true, aside: 3 },
        { consumer: 'delivery', lagSeconds: 0, reachable: false, aside: 0 },
      ],
    },
  ]);
});

test('an address of a service may end with a slash', async () => {
  const router = `${await listen(fine)}/`;
  const { services } = await watchServices({ addresses: { router }, now, deadlineMs: PATIENT_MS }).look();
  expect(services).toMatchObject([
    { state: 'up', feeds: [{ consumer: 'catalog' }, { consumer: 'delivery' }] },
  ]);
});

test('a service that hangs, before its answer or in it, is down after the deadline', async () => {
  const hangs = await listen(() => {});
  const stops = await listen((_, answer) => void answer.writeHead(200).write('{'));
  const { services } = await watchServices({ addresses: { hangs, stops }, now, deadlineMs: 100 }).look();
  expect(services).toMatchObject([
    { name: 'hangs', state: 'down', reason: 'no answer within 0.1 s' },
    { name: 'stops', state: 'down', reason: 'no answer within 0.1 s' },
  ]);
});

test('a service that is not there is down, one that cannot work says why, and who does not tell figures is up all the same', async () => {
  const { services } = await watchServices({
    addresses: {
      gone: 'http://127.0.0.1:9',
      waiting: await listen((_, answer) =>
        answer.writeHead(503).end('{"status":"unavailable","reason":"no database"}'),
      ),
      mute: await listen(({ url }, answer) => (url === '/metrics' ? answer.destroy() : answer.end('{}'))),
    },
    now,
    deadlineMs: PATIENT_MS,
  }).look();
  expect(services).toMatchObject([
    { state: 'down', reason: expect.stringMatching(/ECONNREFUSED|bad port/) },
    { state: 'not ready', reason: 'no database' },
    { state: 'up', breakers: [], feeds: [] },
  ]);
});

test('many who look at once make one request, and the next one comes when what was seen is old', async () => {
  let asked = 0;
  const shell = await listen(({ url }, answer) => {
    if (url === '/readyz') asked++;
    answer.end('{}');
  });
  let at = 0;
  const services = watchServices({ addresses: { shell }, now: () => new Date(at), keepMs: 2_000 });
  await Promise.all(Array.from({ length: 20 }, services.look));
  at = 1_999;
  await services.look();
  expect(asked).toBe(1);
  at = 2_000;
  await services.look();
  expect(asked).toBe(2);
});

test('the page is there although a service hangs, and says which', async () => {
  const hangs = await listen(() => {});
  const { url } = await serve(await temporaryFolder(), {}, { SERVICES: { order: hangs } });
  const overview = words((await browser(url).get('/')).text);
  expect(overview).toContain('Needs a look: order.');
  expect(overview).toContain('order down no answer within 1 s');
});

test('an open breaker and events that cannot be read need a look; words say how it is', async () => {
  const router = await listen(fine);
  const seen = await watchServices({ addresses: { router }, now, deadlineMs: PATIENT_MS }).look();
  const shown = overviewPage({ viewer: undefined, units: [], sets: [], seen, entries: [] });
  const overview = words(String(await shown));
  expect(overview).toContain('Needs a look: router.');
  expect(overview).toContain('router up breaker of catalog: closed breaker of order: open');
  expect(overview).toContain(
    'events of catalog: 3.5 s behind, 3 put aside events of delivery: cannot be read Seen at 12:00:00',
  );
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // Of a server that listens on a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

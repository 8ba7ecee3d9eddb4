import { expect, test } from 'vitest';
import { ANSWER, answers, hangs, startAsking } from '../../test/asking.ts';
import { response } from '../../test/raw-subgraph.ts';

test('no more requests are on their way than allowed, and no more wait than allowed', async () => {
  const { ask, subgraph } = await startAsking(hangs, { concurrency: 2, queue: 1 });
  const asked = [1, 2, 3].map((number) => ask({ body: `{"query":"{ a${number} }"}` }));
  await subgraph.received(2);
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_OVERLOADED' });
  expect(subgraph.seen).toHaveLength(2);
  subgraph.seen[0]?.socket.write(response(ANSWER));
  await subgraph.received(3);
  for (const { socket } of subgraph.seen.slice(1)) socket.write(response(ANSWER));
  expect(await Promise.all(asked)).toHaveLength(3);
  expect(subgraph.connections).toBe(2);
});

test('who waits for a place waits no longer than the deadline, and is not sent after it', async () => {
  const { ask, subgraph } = await startAsking(hangs, { concurrency: 1 });
  const first = ask();
  await subgraph.received(1);
  await expect(ask({ body: '{"query":"{ other }"}', within: 30 })).rejects.toMatchObject({
    code: 'SUBGRAPH_OVERLOADED',
  });
  subgraph.seen[0]?.socket.write(response(ANSWER));
  await first;
  subgraph.seen.length = 0;
  const next = ask();
  await subgraph.received(1);
  expect(subgraph.seen[0]?.body).toBe('{"query":"{ me }"}');
  subgraph.seen[0]?.socket.write(response(ANSWER));
  await next;
});

test('a subgraph that fails again and again is left alone for a while, then tried with one request', async () => {
  let now = 0;
  let ill = true;
  const { ask, subgraph } = await startAsking(
    (request) => (ill ? request.socket.write(response('', { status: 500 })) : answers(request)),
    {
      shareReads: false,
      breaker: { minimum: 4, openMs: 1_000, now: () => now },
    },
  );
  for (let time = 1; time <= 4; time++) {
    await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  }
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_CIRCUIT_OPEN' });
  expect(subgraph.seen).toHaveLength(4);
  ill = false;
  now = 1_000;
  const [probe, other] = await Promise.allSettled([ask(), ask()]);
  expect(probe.status).toBe('fulfilled');
  expect(other).toMatchObject({ reason: { code: 'SUBGRAPH_CIRCUIT_OPEN' } });
  expect((await ask()).data).toEqual({ me: 'you' });
});

test('timeouts open the circuit; those of clients in a hurry do not', async () => {
  const breaker = { minimum: 2, now: () => 0 };
  const { ask } = await startAsking(hangs, { timeoutMs: 600, shareReads: false, breaker });
  for (let time = 1; time <= 4; time++) {
    await expect(ask({ within: 1 })).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  }
  await Promise.allSettled([ask(), ask()]);
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_CIRCUIT_OPEN' });
});

test('connections that cannot be made, or are lost, open the circuit', async () => {
  const breaker = { minimum: 2, now: () => 0 };
  const { ask, subgraph } = await startAsking(({ socket }) => socket.destroy(), { breaker });
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  await subgraph.stop();
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_CIRCUIT_OPEN' });
});

test('errors in GraphQL do not open the circuit', async () => {
  const refuses = response('{"data":null,"errors":[{"message":"No."}]}');
  const { ask } = await startAsking(({ socket }) => socket.write(refuses), {
    breaker: { minimum: 2, now: () => 0 },
  });
  for (let time = 1; time <= 5; time++) expect((await ask()).errors).toHaveLength(1);
});

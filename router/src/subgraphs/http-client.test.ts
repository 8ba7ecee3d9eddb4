import type { Identity } from '@arcade/subgraph-kit/statement';
import { expect, test, vi } from 'vitest';
import { ANSWER, answers, hangs, mutation, startAsking, visitor } from '../../test/asking.ts';
import { response } from '../../test/raw-subgraph.ts';

test('an answer comes as the subgraph sent it', async () => {
  const { ask } = await startAsking(({ socket }) =>
    socket.write(
      response(
        '{"data":{"me":null},"errors":[{"message":"No.","path":["me",0],"extensions":{"code":"NO"}}]}',
        {
          headers: { 'cache-control': 'max-age=10, public' },
        },
      ),
    ),
  );
  expect(await ask()).toEqual({
    data: { me: null },
    errors: [{ message: 'No.', path: ['me', 0], extensions: { code: 'NO' } }],
    cache: undefined,
    bytes: 92,
    shared: false,
  });
});

test('an answer whose letters are split over chunks is whole', async () => {
  const body = Buffer.from(response('{"data":{"me":"의자 세 개"}}'));
  const { ask } = await startAsking(({ socket }) => {
    socket.setNoDelay(true);
    let at = 0;
    const next = () => {
      if (at >= body.length) return;
      socket.write(body.subarray(at, at + 7), () => setImmediate(next));
      at += 7;
    };
    next();
  });
  expect((await ask()).data).toEqual({ me: '의자 세 개' });
});

test('a refusal in GraphQL is an answer, whatever of 4xx its status', async () => {
  const { ask } = await startAsking(({ socket }) =>
    socket.write(response('{"errors":[{"message":"No."}]}', { status: 422 })),
  );
  expect(await ask()).toMatchObject({ data: undefined, errors: [{ message: 'No.' }] });
});

test('identical reads at the same time are one request, for one identity', async () => {
  const { ask, subgraph } = await startAsking(hangs);
  const [one, two] = [visitor('one'), visitor('two')];
  const again: Identity = { visitor: 'one', scopes: new Set() };
  const scoped: Identity = { visitor: 'one', scopes: new Set(['admin']) };
  const asked = [one, one, again, two, scoped].map((identity) => ask({ identity }));
  await subgraph.received(3);
  for (const [index, { socket }] of subgraph.seen.entries())
    socket.write(response(`{"data":{"me":${index}}}`));
  const answered = await Promise.all(asked);
  expect(answered[0]).toBe(answered[1]);
  expect(answered.map(({ shared }) => shared)).toEqual([true, true, true, false, false]);
  expect(answered[0]).toBe(answered[2]);
  expect(new Set(answered.map(({ data }) => data?.me)).size).toBe(3);
  expect(subgraph.seen).toHaveLength(3);
});

test('other variables, mutations, and reads one after the other are not shared', async () => {
  const { ask, subgraph } = await startAsking(answers);
  await Promise.all([ask({ body: '{"query":"{ me }","variables":{"a":1}}' }), ask()]);
  await Promise.all([ask(mutation), ask(mutation)]);
  await ask();
  expect(subgraph.seen).toHaveLength(5);
});

test('with sharing off, each read is asked', async () => {
  const { ask, subgraph } = await startAsking(answers, { shareReads: false });
  await Promise.all([ask(), ask()]);
  expect(subgraph.seen).toHaveLength(2);
});

test('what is read after a write does not join a read from before it', async () => {
  const { ask, subgraph, client } = await startAsking(hangs);
  const before = ask();
  await subgraph.received(1);
  client.separateReads();
  const after = [ask(), ask()];
  await subgraph.received(2);
  subgraph.seen[0]?.socket.write(response('{"data":{"me":"old"}}'));
  expect((await before).data).toEqual({ me: 'old' });
  const last = ask();
  subgraph.seen[1]?.socket.write(response('{"data":{"me":"new"}}'));
  for (const answer of [...after, last]) expect((await answer).data).toEqual({ me: 'new' });
  expect(subgraph.seen).toHaveLength(2);
});

test("a shared read neither holds a reader beyond its deadline, nor ends at another's", async () => {
  const { ask, subgraph } = await startAsking(hangs);
  const patient = ask();
  const hurried = ask({ within: 40 });
  const gone = new AbortController();
  const leaving = ask({ signal: gone.signal });
  gone.abort();
  expect(await Promise.allSettled([hurried, leaving])).toMatchObject([
    { reason: { code: 'SUBGRAPH_TIMEOUT' } },
    { reason: { code: 'SUBGRAPH_TIMEOUT' } },
  ]);
  const late = ask();
  await subgraph.received(1);
  subgraph.seen[0]?.socket.write(response(ANSWER));
  expect((await patient).data).toEqual({ me: 'you' });
  expect(await late).toBe(await patient);
});

test('the first reader leaves, and the read goes on for the second', async () => {
  const { ask, subgraph } = await startAsking(hangs);
  const hurried = ask({ within: 30 });
  const patient = ask();
  await expect(hurried).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  await subgraph.received(1);
  subgraph.seen[0]?.socket.write(response(ANSWER));
  expect((await patient).data).toEqual({ me: 'you' });
  expect(subgraph.seen).toHaveLength(1);
});

test('the statement of who asks goes along, one for each identity', async () => {
  const signed = vi.fn(async (identity: Identity, name: string) => `${name} for ${identity.visitor}`);
  const { ask, subgraph } = await startAsking(answers, { statements: signed });
  await ask({ identity: visitor('one') });
  await ask({ identity: visitor('two') });
  expect(subgraph.seen.map(({ headers }) => headers['arcade-statement'])).toEqual([
    'stock for one',
    'stock for two',
  ]);
});

test('a close lets what is under way end, and takes nothing more', async () => {
  const { ask, subgraph, client } = await startAsking(hangs, { concurrency: 1 });
  const asked = [ask(), ask({ body: '{"query":"{ other }"}' })];
  await subgraph.received(1);
  const closed = client.close();
  subgraph.seen[0]?.socket.write(response(ANSWER));
  await subgraph.received(2);
  subgraph.seen[1]?.socket.write(response(ANSWER));
  expect(await Promise.all(asked)).toHaveLength(2);
  await closed;
  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
});

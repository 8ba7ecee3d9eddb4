// Servers that stand behind the shell in tests: they keep what they were asked, and answer what the test says.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface StubOrigin {
  readonly url: string;
  readonly asked: Asked[];
  /** Cuts open connections: as if the process had died. */
  close(): Promise<void>;
}

export async function stubOrigin(
  answer: (asked: Asked) => Response | Promise<Response>,
): Promise<StubOrigin> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const one = { path: request.url ?? '', headers: request.headers, body: await text(request) };
    asked.push(one);
    const answered = await answer(one);
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The stub has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * What the stub of the graph answers as `data`, or the whole answer, by operation name, or by name and `id` where one thing is
 * different: `TestPage_Query gone`.
 */
export type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

const standard: Answers = {
  ShellNavigation_Query: () => ({ categories: [{ handle: 'lamps', name: 'Lamps' }] }),
  SitemapCategories_Query: () => ({ categories: [{ handle: 'lamps' }] }),
  SitemapProducts_Query: ({ after }) => ({
    products: {
      edges: [{ node: { handle: after === null ? 'first' : 'a&b' } }],
      pageInfo: { hasNextPage: after === null, endCursor: after === null ? 'one' : null },
    },
  }),
  TestPage_Query: ({ id }) => ({
    thing: { __typename: 'Thing', id, name: `Thing ${id}`, movedTo: null },
  }),
  TestSlot_Query: ({ id }) => ({ note: { __typename: 'Note', id, text: `note ${id}` } }),
  TestNews_Subscription: ({ id }) =>
    new Response(`event: next\ndata: ${JSON.stringify({ data: { noteChanged: { id } } })}\n\n`, {
      headers: { 'content-type': 'text/event-stream' },
    }),
  TestAct_Mutation: ({ id }) => ({ act: { __typename: 'Act', said: `Did ${id}` } }),
};

export interface StubGraph extends StubOrigin {
  /** To be changed by tests. */
  readonly answers: Answers;
  /** What was asked by this operation. */
  of(name: string): Asked[];
}

export async function stubGraph(): Promise<StubGraph> {
  const answers = { ...standard };
  const origin = await stubOrigin(async ({ body }) => {
    const { query, variables } = JSON.parse(body);
    const name = operationName(query);
    const answer = answers[`${name} ${variables?.id}`] ?? answers[name];
    if (!answer) return Response.json({ errors: [{ message: `The test has no answer for ${name}.` }] });
    const answered = await answer(variables ?? {});
    return answered instanceof Response ? answered : Response.json({ data: answered });
  });
  return {
    ...origin,
    answers,
    of: (name) => origin.asked.filter(({ body }) => operationName(JSON.parse(body).query) === name),
  };
}

function operationName(query: string): string {
  return /^(?:query|mutation|subscription) (\w+)/.exec(query)?.[1] ?? '';
}

import { PassThrough } from 'node:stream';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { errorText } from './error-text.ts';
import { createLogger } from './service.ts';

const cause = Object.assign(new Error('duplicate key value violates unique constraint "one_email"'), {
  code: '23505',
  detail: 'Key (email)=(ann@example.com) already exists.',
});
const failed = new DrizzleQueryError(
  'insert into orders values ($1, $2)',
  ['ann@example.com', 'tok_4242\n    at'],
  cause,
);

function logged(err: unknown): string {
  const lines = new PassThrough({ encoding: 'utf8' });
  createLogger('order', 'info', lines).error({ err }, 'failed');
  return lines.read();
}

test('what a query was given stays out of the text of its error', () => {
  expect(errorText(failed)).toBe(
    'Failed query: insert into orders values ($1, $2): duplicate key value violates unique constraint "one_email"',
  );
});

test.each([
  ['itself', failed],
  ['as a cause', new Error('The order was not stored', { cause: failed })],
  ['in a GraphQL error', new GraphQLError(failed.message, { originalError: failed })],
])(
  'the log of a failed query, %s, has its text, code and place, and nothing that it was given',
  (_, error) => {
    const line = logged(error);
    expect(line).not.toMatch(/ann@example|tok_4242/);
    expect(line).toContain('insert into orders values ($1, $2)');
    expect(JSON.parse(line).err.stack).toContain('error-text.test.ts');
  },
);

test('the log of a failed query names what PostgreSQL said', () => {
  expect(JSON.parse(logged(failed)).err).toMatchObject({
    code: '23505',
    message: expect.stringContaining('violates unique constraint "one_email"'),
  });
});

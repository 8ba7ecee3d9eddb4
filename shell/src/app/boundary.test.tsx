// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { use } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Boundary } from './boundary.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

function Content({ of }: { readonly of: Promise<string> }) {
  return <p>{use(of)}</p>;
}

async function show(content: Promise<string>) {
  const errors: unknown[] = [];
  await act(async () => {
    render(
      <Boundary
        resetKey=""
        loading={<p>loading</p>}
        failed={() => null}
        onError={(error) => errors.push(error)}
      >
        <Content of={content} />
      </Boundary>,
    );
  });
  return errors;
}

test('what hangs while it is rendered is told after ten seconds, and goes on loading', async () => {
  const errors = await show(new Promise(() => {}));
  await act(() => vi.advanceTimersByTimeAsync(9_999));
  expect(errors).toEqual([]);
  await act(() => vi.advanceTimersByTimeAsync(1));
  expect(errors).toMatchObject([{ message: 'It was not there after 10000 ms.' }]);
  expect(screen.getByText('loading')).toBeDefined();
});

test('what comes late but comes is no failure', async () => {
  const content = Promise.withResolvers<string>();
  const errors = await show(content.promise);
  await act(() => vi.advanceTimersByTimeAsync(9_000));
  await act(async () => content.resolve('there'));
  await act(() => vi.advanceTimersByTimeAsync(9_000));
  expect(screen.getByText('there')).toBeDefined();
  expect(errors).toEqual([]);
});

import { expect, test } from 'vitest';
import { SharedReads } from './shared-reads.ts';

function counted() {
  let now = 0;
  const asked: string[][] = [];
  const reads = new SharedReads<string>(
    async (keys) => {
      asked.push([...keys]);
      if (keys.includes('broken')) throw new Error('no answer');
      return new Map(keys.filter((key) => key !== 'unknown').map((key) => [key, key.toUpperCase()]));
    },
    () => now,
  );
  return { reads, asked, pass: (ms: number) => (now += ms) };
}

test('those who ask for the same at the same time share one read, others ask for the rest', async () => {
  const { reads, asked } = counted();
  const answers = await Promise.all([reads.load(['a', 'b']), reads.load(['b', 'c']), reads.load(['a', 'a'])]);
  expect(answers).toEqual([
    ['A', 'B'],
    ['B', 'C'],
    ['A', 'A'],
  ]);
  expect(asked).toEqual([['a', 'b'], ['c']]);
});

test('an answer serves for a second, also the answer that there is nothing', async () => {
  const { reads, asked, pass } = counted();
  await reads.load(['a', 'unknown']);
  pass(SharedReads.lifeMs);
  expect(await reads.load(['a', 'unknown'])).toEqual(['A', null]);
  expect(asked).toHaveLength(1);
  pass(1);
  await reads.load(['a']);
  expect(asked).toHaveLength(2);
});

test('a failed read is not remembered', async () => {
  const { reads, asked } = counted();
  await expect(reads.load(['broken'])).rejects.toThrow('no answer');
  await expect(reads.load(['broken'])).rejects.toThrow('no answer');
  expect(asked).toHaveLength(2);
});

test('after a write everything is read again', async () => {
  const { reads, asked } = counted();
  await reads.load(['a']);
  reads.clear();
  await reads.load(['a']);
  expect(asked).toHaveLength(2);
});

test('what is kept is bounded', async () => {
  const { reads, asked } = counted();
  await reads.load(['first']);
  for (let key = 0; key < SharedReads.most; key++) await reads.load([`key-${key}`]);
  await reads.load(['first']);
  expect(asked.at(-1)).toEqual(['first']);
});

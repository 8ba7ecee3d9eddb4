import { expect, test } from 'vitest';
import { changes } from './changes.ts';

test('a look comes at once, and again after each change of that very thing', async () => {
  const { of, tell } = changes(10);
  const looks = of('o1', undefined);
  expect(await looks.next()).toEqual({ done: false, value: undefined });
  let seen = 0;
  const second = looks.next().then(() => {
    seen++;
  });
  tell('o2');
  await Promise.resolve();
  expect(seen).toBe(0);
  tell('o1');
  await second;
  expect(seen).toBe(1);
});

test('what changes while somebody looks is looked at again, once', async () => {
  const { of, tell, tellAll } = changes(10);
  const over = new AbortController();
  const looks = of('o1', over.signal);
  await looks.next();
  tell('o1');
  tell('o1');
  tellAll();
  expect((await looks.next()).done).toBe(false);
  const third = looks.next();
  over.abort();
  expect((await third).done).toBe(true);
});

test('more than so many are refused, until somebody leaves', async () => {
  const { of } = changes(2);
  const over = new AbortController();
  const waiting = of('o1', over.signal);
  const neverRead = of('o1', over.signal);
  await waiting.next();
  const refused = { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', max: 2 } };
  expect(() => of('o1', undefined)).toThrow(expect.objectContaining(refused));
  over.abort();
  expect((await neverRead.next()).done).toBe(true);

  const [one, other] = [of('o1', undefined), of('o2', undefined)];
  await Promise.all([one.next(), other.next()]);
  expect(() => of('o1', undefined)).toThrow(expect.objectContaining(refused));
  await one.return();
  expect((await of('o1', undefined).next()).done).toBe(false);
});

import { expect, test } from 'vitest';
import { mergeInto } from './merge.ts';

const isOfType = (typename: string, type: string) => typename === type || type === 'Media';
const NONE = new Map();

test('the name that an @interfaceObject has does not replace the name of the object, whichever comes first', () => {
  const book = { __typename: 'Book' };
  mergeInto([book], { __typename: 'Media', id: '1' }, NONE, isOfType);
  expect(book).toEqual({ __typename: 'Book', id: '1' });
  const media = { __typename: 'Media' };
  mergeInto([media], { __typename: 'Book', pages: 7 }, NONE, isOfType);
  expect(media).toEqual({ __typename: 'Book', pages: 7 });
});

test('what is not on a path that is added to later is not written to', () => {
  const [kept, own] = [{ a: 1 }, { a: 1 }];
  const target = { kept, own };
  const paths = new Map([['own', NONE]]);
  mergeInto([target], { kept: { b: 2 }, own: { b: 2 } }, paths, isOfType);
  expect(target).toEqual({ kept: { a: 1, b: 2 }, own: { a: 1, b: 2 } });
  expect(kept).toEqual({ a: 1 });
  expect(target.own).toBe(own);
});

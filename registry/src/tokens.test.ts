import { expect, test } from 'vitest';
import { mayWrite, sha256, type Token, tokenOf } from './tokens.ts';

const orderTeam: Token = {
  name: 'order team',
  units: ['mfe-order', 'subgraphs/order'],
  sha256: sha256('a secret of the order team'),
};

test('a team is known by its token, and by nothing else', () => {
  expect(tokenOf([orderTeam], 'Bearer a-secret')).toBeUndefined();
  expect(tokenOf([orderTeam], undefined)).toBeUndefined();
  expect(tokenOf([orderTeam], `Bearer ${orderTeam.sha256}`)).toBeUndefined();
  const known = { ...orderTeam, sha256: sha256('s3cret') };
  expect(tokenOf([known], 'Bearer s3cret')).toBe(known);
  expect(tokenOf([known], 'Basic s3cret')).toBeUndefined();
});

test('a token opens the units that it names', () => {
  expect(mayWrite(orderTeam, 'mfe-order')).toBe(true);
  expect(mayWrite(orderTeam, 'subgraphs/order')).toBe(true);
  expect(mayWrite(orderTeam, 'mfe-catalog')).toBe(false);
  expect(mayWrite(orderTeam, 'mfe-order-2')).toBe(false);
  expect(mayWrite({ ...orderTeam, units: ['subgraphs/*'] }, 'subgraphs/catalog')).toBe(true);
  expect(mayWrite({ ...orderTeam, units: ['subgraphs/*'] }, 'mfe-order')).toBe(false);
  expect(mayWrite({ ...orderTeam, units: ['*'] }, 'shell')).toBe(true);
});

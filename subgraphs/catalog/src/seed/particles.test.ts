import { expect, test } from 'vitest';
import { withParticles } from './particles.ts';

test.each([
  ['의자{은/는}', '의자는'],
  ['책장{은/는}', '책장은'],
  ['북문{이/가}', '북문이'],
  ['회전목마{을/를}', '회전목마를'],
  ['종이{과/와}', '종이와'],
  ['강철{으로/로}', '강철로'],
  ['밀짚{으로/로}', '밀짚으로'],
  ['참나무{으로/로}', '참나무로'],
  ['3호 2{이/가}', '3호 2가'],
  ['No. 7{으로/로}', 'No. 7로'],
])('%s reads %s', (written, read) => {
  expect(withParticles(written)).toBe(read);
});

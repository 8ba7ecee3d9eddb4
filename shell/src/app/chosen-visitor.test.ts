// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { showVisitor } from './chosen-visitor.ts';
import type { UnitRelease } from './release-set.ts';

const release: UnitRelease = {
  version: 'v2',
  container: 'order',
  entry: ['client/remoteEntry.js', ''],
  pages: {},
  slots: [],
  files: {},
};

test('a badge says which visitor one is, and what that visitor is given', () => {
  showVisitor(0, { units: { 'mfe-order': release, 'mfe-catalog': { ...release, version: 'v7' } } });
  expect(document.querySelector('[data-visitor]')?.innerHTML).toBe(
    'You are visitor 0 (of 0 to 9999)<br>mfe-catalog v7<br>mfe-order v2',
  );
});

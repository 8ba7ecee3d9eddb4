// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Metric } from 'web-vitals';
import type { Failure } from './view.tsx';
import { watchVitals } from './vitals.ts';

const measured = new Map<string, (metric: unknown) => void>();
vi.mock('web-vitals', () => {
  const on = (name: string) => (tell: (metric: unknown) => void) => void measured.set(name, tell);
  return { onLCP: on('LCP'), onINP: on('INP'), onCLS: on('CLS') };
});

const reports: Failure[] = [];
beforeEach(() => {
  reports.length = 0;
  document.body.innerHTML = `
    <header><a id="of-the-shell">Arcade</a></header>
    <div data-owner="mfe-catalog"><p id="of-the-page">lamp</p>
      <div data-owner="mfe-order" data-slot="product.purchase"><button id="of-the-slot">buy</button></div>
    </div>`;
  watchVitals((failure) => reports.push(failure));
});

const measure = (name: string, rating: Metric['rating'], entries: unknown[]) =>
  measured.get(name)?.({ name, rating, value: 0.5, entries });
const element = (id: string) => document.getElementById(id);
const slow = (unit: string, name: string) => ({ unit, name, kind: 'slow', error: `${name} 0.50` });

test('a poor page is told by the owner of the element at fault, a good one not at all', () => {
  measure('LCP', 'good', [{ element: element('of-the-slot') }]);
  measure('INP', 'needs-improvement', [{ target: element('of-the-slot') }]);
  measure('INP', 'poor', [{ target: element('of-the-slot') }]);
  measure('LCP', 'poor', [{ element: element('of-the-slot') }, { element: element('of-the-page') }]);
  expect(reports).toEqual([slow('mfe-order', 'INP'), slow('mfe-catalog', 'LCP')]);
});

test('of several shifts the worst counts', () => {
  const shift = (value: number, id: string) => ({ value, sources: [{ node: element(id)?.firstChild }] });
  measure('CLS', 'poor', [shift(0.1, 'of-the-page'), shift(0.4, 'of-the-slot')]);
  expect(reports).toEqual([slow('mfe-order', 'CLS')]);
});

test("what is gone, or the shell's, is the page's", () => {
  measure('LCP', 'poor', [{}]);
  measure('INP', 'poor', [{ target: element('of-the-shell') }]);
  expect(reports.map(({ unit }) => unit)).toEqual(['mfe-catalog', 'mfe-catalog']);
});

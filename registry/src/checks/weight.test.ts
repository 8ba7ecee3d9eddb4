import type { Manifest } from '@arcade/mfe-kit/manifest';
import { expect, test } from 'vitest';
import { live, release, world } from './test-world.ts';
import { checkWeight } from './weight.ts';

const KiB = 1024;

/** A release of one page whose files weigh this much in brotli, in KiB; its container's entry weighs 3. */
function weighing(version: string, weights: Readonly<Record<string, number>>): Manifest {
  const fact = (brotliSize: number) => ({
    integrity: `sha384-${'a'.repeat(64)}`,
    size: brotliSize * 4,
    brotliSize,
  });
  const files = Object.keys(weights);
  return release('mfe-order', version, {
    exposes: {
      './order.cart': {
        js: files.filter((file) => file.endsWith('js')),
        css: files.filter((file) => file.endsWith('css')),
      },
    },
    files: {
      'client/remoteEntry.js': fact(3 * KiB),
      ...Object.fromEntries(Object.entries(weights).map(([file, weight]) => [file, fact(weight * KiB)])),
    },
  });
}

test('a page within its budget that grows a little may be released', () => {
  const now = world({ live: [live(weighing('1', { 'client/cart.js': 9, 'client/cart.css': 1 }))] });
  expect(checkWeight(weighing('2', { 'client/cart.js': 9.5, 'client/cart.css': 1 }), now)).toEqual([]);
});

test('a page over its budget is refused with its heaviest file', () => {
  expect(
    checkWeight(
      weighing('2', { 'client/cart.js': 4, 'client/moment.js': 20, 'client/cart.css': 1 }),
      world(),
    ),
  ).toEqual([
    {
      check: 'weight',
      severity: 'refusal',
      unit: 'mfe-order',
      release: '2',
      file: 'client/moment.js',
      message:
        'order.cart weighs 28.0 KiB (brotli), 3.0 KiB over its budget of 25 KiB. Its heaviest file is client/moment.js.',
      remedy: expect.stringContaining('import()'),
    },
  ]);
});

test('growth of more than a tenth is warned about, against the release that most visitors have', () => {
  const now = world({
    live: [
      live(weighing('cand', { 'client/cart.js': 12 }), 10),
      live(weighing('1', { 'client/cart.js': 9 }), 90),
    ],
  });
  expect(checkWeight(weighing('2', { 'client/cart.js': 12 }), now)).toMatchObject([
    {
      severity: 'warning',
      message: expect.stringContaining('order.cart grows by 25 %, from 12.0 KiB in 1 to 15.0 KiB (brotli)'),
    },
  ]);
});

test('a tenth of next to nothing is not worth a word, nor is a page that is new', () => {
  const small = world({ live: [live(weighing('1', { 'client/cart.js': 1 }))] });
  expect(checkWeight(weighing('2', { 'client/cart.js': 1.9 }), small)).toEqual([]);
  expect(
    checkWeight(weighing('2', { 'client/cart.js': 20 }), world({ live: [live(release('mfe-order', '1'))] })),
  ).toEqual([]);
});

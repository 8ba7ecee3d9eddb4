import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allocate,
  availability,
  available,
  bestAvailability,
  type Level,
  type Movement,
  moved,
  receive,
  release,
} from './stock.ts';

const level = (sku: string, onHand: number, allocated = 0): Level => ({ sku, onHand, allocated });

test('given enough of everything, an order is allocated line by line', () => {
  expect(
    allocate([level('A', 5), level('B', 2, 1)], 'order-1', [
      { sku: 'A', quantity: 5 },
      { sku: 'B', quantity: 1 },
    ]),
  ).toEqual([
    { type: 'allocated', sku: 'A', quantity: 5, orderId: 'order-1' },
    { type: 'allocated', sku: 'B', quantity: 1, orderId: 'order-1' },
  ]);
});

test('given too little of one, nothing is allocated and the shortage is told', () => {
  const lines = [
    { sku: 'A', quantity: 1 },
    { sku: 'B', quantity: 2 },
  ];
  expect(allocate([level('A', 5), level('B', 2, 1)], 'order-1', lines)).toEqual({
    short: [{ sku: 'B', requested: 2, available: 1 }],
  });
});

test('lines of the same SKU are one wish', () => {
  const lines = [
    { sku: 'A', quantity: 2 },
    { sku: 'A', quantity: 2 },
  ];
  expect(allocate([level('A', 3)], 'order-1', lines)).toEqual({
    short: [{ sku: 'A', requested: 4, available: 3 }],
  });
  expect(allocate([level('A', 4)], 'order-1', lines)).toMatchObject([{ quantity: 4 }]);
});

test('stock can be written off down to what is allocated', () => {
  expect(receive(level('A', 5, 3), -2)).toEqual({ type: 'received', sku: 'A', quantity: -2 });
  expect(receive(level('A', 5, 3), -3)).toEqual({ refused: 'STOCK_BELOW_ALLOCATED', allocated: 3 });
});

test.each([
  [0, 'OUT_OF_STOCK'],
  [1, 'LOW_STOCK'],
  [5, 'LOW_STOCK'],
  [6, 'IN_STOCK'],
])('%i left is %s', (count, expected) => {
  expect(availability(count)).toBe(expected);
});

test('a product is as available as its best variant', () => {
  expect(bestAvailability([0, 9, 2])).toBe('IN_STOCK');
  expect(bestAvailability([])).toBe('OUT_OF_STOCK');
});

const sku = fc.constantFrom('A', 'B', 'C');
const act = fc.oneof(
  fc.record({ do: fc.constant('receive' as const), sku, quantity: fc.integer({ min: -20, max: 20 }) }),
  fc.record({
    do: fc.constant('allocate' as const),
    lines: fc.array(fc.record({ sku, quantity: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({ do: fc.constant('release' as const), order: fc.nat(20) }),
);

test('whatever happens, available is never below zero and a level is the sum of its movements', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const levels = new Map(['A', 'B', 'C'].map((name) => [name, level(name, 10)]));
      const ledger: Movement[] = [];
      const held = new Map<number, Movement[]>();
      const record = (movements: Movement[]) => {
        for (const movement of movements) {
          const now = levels.get(movement.sku);
          if (now) levels.set(movement.sku, moved(now, movement));
          ledger.push(movement);
        }
      };
      for (const [number, next] of acts.entries()) {
        if (next.do === 'receive') {
          const movement = receive(levels.get(next.sku) ?? level(next.sku, 0), next.quantity);
          if ('type' in movement) record([movement]);
        } else if (next.do === 'allocate') {
          const movements = allocate([...levels.values()], `order-${number}`, next.lines);
          if ('short' in movements) continue;
          record(movements);
          held.set(number, movements);
        } else {
          record(release(`order-${next.order}`, held.get(next.order) ?? []));
          held.delete(next.order);
        }
        for (const now of levels.values()) expect(available(now)).toBeGreaterThanOrEqual(0);
      }
      for (const [name, now] of levels) {
        const own = ledger.filter((movement) => movement.sku === name);
        expect(now).toEqual(own.reduce(moved, level(name, 10)));
        expect(now.allocated).toBe(
          [...held.values()]
            .flat()
            .reduce((sum, movement) => sum + (movement.sku === name ? movement.quantity : 0), 0),
        );
      }
    }),
  );
});

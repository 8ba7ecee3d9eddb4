import { expect, test } from 'vitest';
import { callOff, type Delivery, type DeliveryState, type Report, report } from './delivery.ts';

const noon = Temporal.Instant.from('2026-11-20T03:00:00Z');
const tracking = { carrier: 'Passage Post', number: '100000000001' };

const delivery = (state: DeliveryState): Delivery => ({
  id: 'd1',
  orderId: 'o1',
  customerId: 'c1',
  state,
  method: { code: 'standard', name: { en: 'Standard', ko: '일반 배송' }, prices: { KRW: 3000, USD: 250 } },
  grams: 800,
  destination: { recipient: '김민아', country: 'KR', postcode: '04524', city: '서울', line1: '세종대로 110' },
  zone: 'kr-mainland',
  earliest: '2026-11-23',
  promised: '2026-11-24',
  history: [{ state, at: noon.toString() }],
});

const says = (state: Report['state']): Report => ({ state, tracking, at: '2026-11-21T01:00:00Z' });

test('the first report tells that the parcel was dispatched, and its number', () => {
  const { delivery: after, happenings } = report(delivery('SCHEDULED'), says('DISPATCHED'));
  expect(after).toMatchObject({ state: 'DISPATCHED', tracking });
  expect(after.history.map(({ state }) => state)).toEqual(['SCHEDULED', 'DISPATCHED']);
  expect(happenings).toEqual(['DeliveryDispatched']);
});

test('a report that skips the dispatch tells of it too', () => {
  expect(report(delivery('SCHEDULED'), says('DELIVERED')).happenings).toEqual([
    'DeliveryDispatched',
    'DeliveryCompleted',
  ]);
});

test.each([
  ['DISPATCHED', 'DISPATCHED'],
  ['OUT_FOR_DELIVERY', 'IN_TRANSIT'],
  ['DELIVERED', 'DELIVERED'],
] as const)('at %s the report %s is old news and changes nothing', (state, news) => {
  const known = delivery(state);
  expect(report(known, says(news))).toEqual({ delivery: known, happenings: [] });
});

test.each(['CALLED_OFF', 'RETURNING'] as const)('a parcel that is %s follows no report', (state) => {
  const known = delivery(state);
  expect(report(known, says('DELIVERED'))).toEqual({ delivery: known, happenings: [] });
});

test('a parcel that has not left is called off', () => {
  expect(callOff(delivery('SCHEDULED'), noon).delivery.state).toBe('CALLED_OFF');
});

test.each(['DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED'] as const)(
  'a parcel that is %s turns round',
  (state) => {
    expect(callOff(delivery(state), noon).delivery.state).toBe('RETURNING');
  },
);

test.each(['CALLED_OFF', 'RETURNING'] as const)('cancelling again changes nothing (%s)', (state) => {
  const known = delivery(state);
  expect(callOff(known, noon).delivery).toBe(known);
});

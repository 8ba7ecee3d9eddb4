import { expect, test } from 'vitest';
import {
  cancel,
  dutyOf,
  recordAllocation,
  recordDelivery,
  recordDispatch,
  recordMoneyBack,
  recordPayment,
  recordShortage,
  timeOut,
} from './decisions.ts';
import { evolve, isSettled, type Order, type OrderEvent, orderTotal } from './order.ts';
import {
  allocated,
  cancelled,
  confirmed,
  customer,
  delivered,
  dispatched,
  given,
  noon,
  paymentUnavailable,
  placed,
  returned,
  stranger,
  unitSku,
} from './testing.ts';

const parcel = { carrier: 'Hanbit', trackingNumber: 'HB-1' };

test('an order is placed, allocated, paid, dispatched and delivered', () => {
  const order = given(placed(), allocated(), confirmed(), dispatched(), delivered());
  expect(order.state).toBe('delivered');
  expect(order.history.map(({ kind }) => kind)).toEqual([
    'PLACED',
    'STOCK_ALLOCATED',
    'CONFIRMED',
    'DISPATCHED',
    'DELIVERED',
  ]);
  expect(order.version).toBe(5);
});

test('the total is what the lines cost in the order’s currency, and the shipping', () => {
  expect(orderTotal(given(placed()))).toEqual({ amount: 2 * 1_900 + 250, currency: 'USD' });
});

test('a stream begins with OrderPlaced', () => {
  expect(() => evolve(undefined, allocated())).toThrow('begins with OrderPlaced');
});

test('stock that is allocated makes the payment due', () => {
  const order = given(placed());
  expect(recordAllocation(order, noon)).toEqual([{ type: 'StockAllocated', at: noon }]);
  expect(dutyOf(given(placed(), allocated()))).toBe('charge');
});

test('an allocation that comes twice, or after the end, changes nothing', () => {
  for (const order of [
    given(placed(), allocated()),
    given(placed(), cancelled()),
    given(placed(), allocated(), confirmed()),
  ]) {
    expect(recordAllocation(order, noon)).toEqual([]);
  }
});

test('an order is rejected when stock is short, and owes no money', () => {
  const lines = [{ sku: unitSku, requested: 2, available: 1 }];
  const [event] = recordShortage(given(placed()), lines, noon);
  expect(event).toEqual({ type: 'OrderRejected', rejection: { reason: 'OUT_OF_STOCK', lines }, at: noon });
  expect(dutyOf(after(given(placed()), event))).toBeUndefined();
});

test('an order whose stock nobody answers for times out; one that was answered does not', () => {
  expect(timeOut(given(placed()), noon)).toMatchObject([{ rejection: { reason: 'TIMED_OUT' } }]);
  expect(timeOut(given(placed(), allocated()), noon)).toEqual([]);
});

test('a charge confirms the order, a declined card rejects it', () => {
  const order = given(placed(), allocated());
  expect(recordPayment(order, { outcome: 'charged', chargeId: 'ch_1' }, noon)).toMatchObject([
    { type: 'OrderConfirmed', chargeId: 'ch_1' },
  ]);
  expect(recordPayment(order, { outcome: 'declined', reason: 'EXPIRED_CARD' }, noon)).toMatchObject([
    { type: 'OrderRejected', rejection: { reason: 'PAYMENT_DECLINED', decline: 'EXPIRED_CARD' } },
  ]);
});

test('a payment that stays unanswered rejects the order, and what may have been taken is owed', () => {
  const order = given(placed(), allocated(), paymentUnavailable());
  expect(order).toMatchObject({ state: 'rejected', moneyBack: 'owed' });
  expect(dutyOf(order)).toBe('give-back');
});

test('an order can be cancelled until its parcel is dispatched', () => {
  for (const order of [
    given(placed()),
    given(placed(), allocated()),
    given(placed(), allocated(), confirmed()),
  ]) {
    expect(cancel(order, customer, noon)).toEqual([{ type: 'OrderCancelled', by: customer, at: noon }]);
  }
  const order = given(placed(), allocated(), confirmed(), dispatched());
  expect(cancel(order, customer, noon)).toEqual({ refused: 'ORDER_NOT_CANCELLABLE', order });
});

test('cancelling twice changes nothing, and nobody cancels another’s order', () => {
  expect(cancel(given(placed(), cancelled()), customer, noon)).toEqual([]);
  expect(cancel(given(placed()), stranger, noon)).toEqual({ refused: 'UNKNOWN_ORDER' });
});

test('a cancelled order owes money as soon as a payment may have begun', () => {
  expect(dutyOf(given(placed(), cancelled()))).toBeUndefined();
  expect(dutyOf(given(placed(), allocated(), cancelled()))).toBe('give-back');
  expect(dutyOf(given(placed(), allocated(), confirmed(), cancelled()))).toBe('give-back');
});

test('a charge that is answered after the cancellation changes nothing: it is given back', () => {
  const order = given(placed(), allocated(), cancelled());
  expect(recordPayment(order, { outcome: 'charged', chargeId: 'ch_1' }, noon)).toEqual([]);
  expect(recordMoneyBack(order, 're_1', noon)).toEqual([
    { type: 'PaymentReturned', refundId: 're_1', at: noon },
  ]);
});

test('money goes back once; the history tells of it only when some had been taken', () => {
  const order = given(placed(), allocated(), cancelled(), returned('re_1'));
  expect(recordMoneyBack(order, 're_1', noon)).toEqual([]);
  expect(order.history.at(-1)?.kind).toBe('REFUNDED');
  const untaken = given(placed(), allocated(), paymentUnavailable(), returned());
  expect(untaken.history.at(-1)?.kind).toBe('REJECTED');
});

test('an order that was cancelled as its parcel left stays cancelled', () => {
  const order = given(placed(), allocated(), confirmed(), cancelled());
  expect(recordDispatch(order, parcel, noon)).toEqual([]);
  expect(recordDelivery(order, noon)).toEqual([]);
});

test('a delivery may overtake its dispatch', () => {
  const order = given(placed(), allocated(), confirmed(), delivered());
  expect(order.state).toBe('delivered');
  expect(recordDispatch(order, parcel, noon)).toEqual([]);
});

test('a parcel of an order that is not confirmed is a fault', () => {
  expect(() => recordDispatch(given(placed()), parcel, noon)).toThrow('yet a parcel');
});

test('an order is settled when stock and payment are answered, or it has ended', () => {
  expect(isSettled(given(placed(), allocated()))).toBe(false);
  expect(isSettled(given(placed(), allocated(), confirmed()))).toBe(true);
  expect(isSettled(given(placed(), cancelled()))).toBe(true);
});

const after = (order: Order, event: OrderEvent | undefined) => (event ? evolve(order, event) : order);

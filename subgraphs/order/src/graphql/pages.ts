import { GraphQLError } from 'graphql';
import type { Order } from '../domain/order.ts';

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

export function requirePageSize(first: number, max: number): void {
  if (first < 1 || first > max) throw badInput(`first must be from 1 to ${max}.`);
}

export const encodeCursor = ({ placedAt, orderId }: Order) =>
  Buffer.from(`${placedAt} ${orderId}`).toString('base64url');

export function decodeCursor(cursor: string): { placedAt: string; id: string } {
  const [placedAt = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (Number.isNaN(Date.parse(placedAt)) || id === '') throw badInput('after is not a cursor of this list.');
  return { placedAt, id };
}

/** What delivery does when an order is confirmed or cancelled. Reads only the fields that it needs. */

import type { Transaction } from '@arcade/subgraph-kit/database';
import type { EventHandler } from '@arcade/subgraph-kit/follow';
import { z } from 'zod';
import type { ConfirmedOrder } from '../domain/delivery.ts';
import { countries } from '../domain/postcode.ts';

const optional = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

const orderConfirmed = z.object({
  orderId: z.string(),
  customerId: z.string(),
  weight: z.number().int().nonnegative(),
  shipping: z.object({
    method: z.string(),
    recipient: z.string(),
    phone: optional,
    country: z.enum(countries),
    postcode: z.string(),
    region: optional,
    city: z.string(),
    line1: z.string(),
    line2: optional,
  }),
});

const orderCancelled = z.object({ orderId: z.string() });

interface UseCases {
  scheduleDelivery: (tx: Transaction) => (order: ConfirmedOrder) => Promise<void>;
  callOffDelivery: (tx: Transaction) => (orderId: string) => Promise<void>;
}

export const onOrderEvents = ({
  scheduleDelivery,
  callOffDelivery,
}: UseCases): Record<string, EventHandler> => ({
  'arcade.order.OrderConfirmed.v1': async (tx, { data }) => {
    const { shipping, weight: grams, ...order } = orderConfirmed.parse(data);
    const { method, ...destination } = shipping;
    await scheduleDelivery(tx)({ ...order, grams, method, destination });
  },
  'arcade.order.OrderCancelled.v1': async (tx, { data }) => {
    await callOffDelivery(tx)(orderCancelled.parse(data).orderId);
  },
});

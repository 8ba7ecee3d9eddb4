/** What order reads of others' events: no more than it uses, checked, whatever else they carry. */
import { z } from 'zod';
import { orderId, sku } from '../domain/ids.ts';

const prices = z.object({ KRW: z.int().min(0), USD: z.int().min(0) });
const pricesByCountry = z.partialRecord(z.enum(['KR', 'US']), prices);
const text = z.object({ en: z.string(), ko: z.string() });
const order = z.object({ orderId: z.string().transform(orderId) });

export const stockAllocated = order;

export const stockShort = order.extend({
  lines: z.array(z.object({ sku: z.string().transform(sku), requested: z.int(), available: z.int() })).min(1),
});

export const productChanged = z.object({
  productId: z.string(),
  variants: z.array(z.object({ sku: z.string(), name: text, prices, weight: z.int().min(0) })),
});

export const shippingMethodChanged = z
  .object({
    code: z.string(),
    prices: pricesByCountry,
    grams: z.object({ min: z.int(), max: z.int() }),
    surcharge: z.object({ aboveGrams: z.int(), prices: pricesByCountry }).optional(),
  })
  .transform(({ surcharge, ...method }) => ({ ...method, ...(surcharge && { surcharge }) }));

export const deliveryDispatched = order.extend({ carrier: z.string(), trackingNumber: z.string() });

export const deliveryCompleted = order;

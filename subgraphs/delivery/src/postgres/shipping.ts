import { eq } from 'drizzle-orm';
import { type Country, type ZoneCode, zoneCodes } from '../domain/postcode.ts';
import type { Prices, Shipping, ShippingMethod, Zone } from '../domain/shipping.ts';
import type { Announcements } from '../use-cases/ports.ts';
import type { Executor } from './deliveries.ts';
import { shippingMethod, shippingRate, shippingRoute, shippingZone } from './tables.ts';

/** All methods and zones. Read once, at start: they change by migration. */
export async function loadShipping(db: Executor): Promise<Shipping> {
  const zones = await db.select().from(shippingZone);
  const methods = await db.select().from(shippingMethod).orderBy(shippingMethod.code);
  const rates = await db.select().from(shippingRate);
  const routes = await db.select().from(shippingRoute);
  return {
    zones: zonesFrom(zones),
    methods: methods.map((method) =>
      methodFrom(
        method,
        rates.filter((rate) => rate.method === method.code),
        routes.filter((route) => route.method === method.code),
      ),
    ),
  };
}

export function announcements(tx: Executor): Announcements {
  return {
    async claim(code, digest) {
      const [row] = await tx
        .select({ announced: shippingMethod.announced })
        .from(shippingMethod)
        .where(eq(shippingMethod.code, code))
        .for('update');
      if (!row || row.announced === digest) return false;
      await tx.update(shippingMethod).set({ announced: digest }).where(eq(shippingMethod.code, code));
      return true;
    },
  };
}

function zonesFrom(rows: (typeof shippingZone.$inferSelect)[]): Record<ZoneCode, Zone> {
  const zones = rows.map(({ code, country, timeZone, depotEn, depotKo, hubEn, hubKo }): [ZoneCode, Zone] => [
    code,
    { code, country, timeZone, depot: { en: depotEn, ko: depotKo }, hub: { en: hubEn, ko: hubKo } },
  ]);
  const found = Object.fromEntries(zones) as Record<ZoneCode, Zone>;
  const missing = zoneCodes.filter((code) => !(code in found));
  if (missing.length > 0) throw new Error(`shipping_zone has no row for ${missing.join(', ')}`);
  return found;
}

function methodFrom(
  row: typeof shippingMethod.$inferSelect,
  rates: (typeof shippingRate.$inferSelect)[],
  routes: (typeof shippingRoute.$inferSelect)[],
): ShippingMethod {
  const rate = (entry: (typeof rates)[number]): [Country, { prices: Prices; surcharge?: Prices }] => {
    const prices = { KRW: entry.krw, USD: entry.usd };
    if (entry.surchargeKrw === null || entry.surchargeUsd === null) return [entry.country, { prices }];
    return [entry.country, { prices, surcharge: { KRW: entry.surchargeKrw, USD: entry.surchargeUsd } }];
  };
  return {
    code: row.code,
    name: { en: row.nameEn, ko: row.nameKo },
    grams: { min: row.minGrams, max: row.maxGrams },
    ...(row.surchargeAboveGrams !== null && { surchargeAbove: row.surchargeAboveGrams }),
    rates: Object.fromEntries(rates.map(rate)),
    routes: Object.fromEntries(
      routes.map(({ zone, cutOff, minDays, maxDays }) => [
        zone,
        { cutOff: Temporal.PlainTime.from(cutOff), days: { min: minDays, max: maxDays } },
      ]),
    ),
  };
}

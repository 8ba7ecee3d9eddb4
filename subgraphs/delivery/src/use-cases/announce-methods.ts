import { createHash } from 'node:crypto';
import type { ShippingMethodChanged } from '../../events.ts';
import type { Shipping, ShippingMethod } from '../domain/shipping.ts';
import type { Announcements, Tell } from './ports.ts';

/** Tells others of the methods that are new or changed since the last start, so that they can price shipping by themselves. */
export const announceMethods =
  ({ announcements, tell, shipping }: { announcements: Announcements; tell: Tell; shipping: Shipping }) =>
  async (): Promise<void> => {
    for (const method of shipping.methods) {
      const data = changed(method);
      const digest = createHash('sha256').update(JSON.stringify(data)).digest('base64url');
      if (await announcements.claim(method.code, digest)) {
        await tell([{ type: 'arcade.delivery.ShippingMethodChanged.v1', subject: method.code, data }]);
      }
    }
  };

function changed({ code, name, grams, surchargeAbove, rates }: ShippingMethod): ShippingMethodChanged {
  const { KR, US } = rates;
  const surcharges = {
    ...(KR?.surcharge && { KR: KR.surcharge }),
    ...(US?.surcharge && { US: US.surcharge }),
  };
  return {
    code,
    name,
    prices: { ...(KR && { KR: KR.prices }), ...(US && { US: US.prices }) },
    grams,
    ...(surchargeAbove !== undefined && { surcharge: { aboveGrams: surchargeAbove, prices: surcharges } }),
  };
}

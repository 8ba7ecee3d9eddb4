/**
 * `?visitor=500`: the page as the visitor with this number gets it, where ALLOW_OVERRIDES is 1. It looks past no share: the browser becomes another visitor, who is
 * drawn until the number is this one, and stays that visitor. Only there, or a link could part somebody from their cart.
 */
import type { Refused } from './overrides.ts';

/** Undefined when the address asks for none. */
export function chosenNumber(search: URLSearchParams, isAllowed: boolean): number | Refused | undefined {
  const asked = search.get('visitor');
  if (asked === null) return undefined;
  if (!isAllowed) {
    return {
      status: 403,
      message:
        'Visitors of this shop have their numbers by lot. A shop for developers has ALLOW_OVERRIDES=1.',
    };
  }
  if (!/^\d{1,4}$/.test(asked)) {
    return { status: 400, message: `visitor=${asked}: expected a visitor's number, 0 to 9999.` };
  }
  return Number(asked);
}

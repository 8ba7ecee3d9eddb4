/**
 * `?visitor=500`: the page as the visitor with this number gets it, where ALLOW_OVERRIDES is 1. It looks past no share: the browser becomes another visitor, who is
 * drawn until the number is this one, and stays that visitor. Only there, or a link could part somebody from their cart.
 */
import type { Refused } from './overrides.ts';

/** Undefined when the address asks for none, or asks in a shop of visitors: there `visitor` is whatever somebody's link means by it. */
export function chosenNumber(search: URLSearchParams, isAllowed: boolean): number | Refused | undefined {
  const asked = search.get('visitor');
  if (asked === null || !isAllowed) return undefined;
  if (!/^\d{1,4}$/.test(asked)) {
    return { status: 400, message: `visitor=${asked}: expected a visitor's number, 0 to 9999.` };
  }
  return Number(asked);
}

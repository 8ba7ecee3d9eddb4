/**
 * `?mfe-order=http://localhost:3102`: a page view with a micro-frontend from a developer's own machine, where ALLOW_OVERRIDES is 1. Only from there: with any other
 * address, a link could bring anybody's code into a visitor's session. The server itself never asks the address.
 */
import { unitName } from '@arcade/mfe-kit/manifest';

export interface Overrides {
  /** By unit, without a slash at the end. */
  readonly byUnit: Readonly<Record<string, string>>;
}

export interface Refused {
  readonly status: 400 | 403;
  readonly message: string;
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Undefined when the address asks for none. */
export function overridesIn(search: URLSearchParams, isAllowed: boolean): Overrides | Refused | undefined {
  const asked = [...search].filter(([name]) => name.startsWith('mfe-') && unitName.safeParse(name).success);
  if (asked.length === 0) return undefined;
  if (!isAllowed) {
    const [[unit = ''] = []] = asked;
    return {
      status: 403,
      message: `This shop shows released micro-frontends only: ${unit} cannot be taken from elsewhere. A shop for developers has ALLOW_OVERRIDES=1.`,
    };
  }
  const byUnit: Record<string, string> = {};
  for (const [unit, address] of asked) {
    const url = URL.parse(address);
    if (!url || !/^https?:$/.test(url.protocol) || !loopback.test(url.hostname)) {
      return {
        status: 400,
        message: `${unit}=${address}: expected an address of your own machine, such as http://localhost:3102, where manifest.json is served.`,
      };
    }
    byUnit[unit] = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  }
  return { byUnit };
}

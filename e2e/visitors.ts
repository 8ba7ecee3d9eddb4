// Visitors of the shop as their cookies say it, and page views without a browser. Which releases a visitor gets follows from the number that is in the
// signed cookie: lot.ts of the shell.
import { randomUUID } from 'node:crypto';
import { loadSecrets } from '../scripts/shop/secrets.ts';
import { Signer } from '../shell/src/server/cookies.ts';
import { visitor } from '../shell/src/server/lot.ts';
import { env } from './env.ts';

export const visitorCookie = 'arcade_visitor';
const signer = new Signer(loadSecrets(env.DATA_DIR).sessionSecret);

/** The cookie of a new visitor on one side of a share, in percent. */
export function newVisitor(side: 'inside' | 'outside', share: number): string {
  for (;;) {
    const id = randomUUID();
    if (visitor(id).number < share * 100 === (side === 'inside')) return signer.sign(id);
  }
}

/** By unit, the version that a page view is made of. */
type Releases = Readonly<Record<string, string>>;

interface PageView {
  readonly status: number;
  readonly html: string;
  readonly releases: Releases;
  /** The visitor's, the one that they came with or were given. */
  readonly cookie: string;
}

/** Without a cookie: of somebody who was never here. */
export async function pageView(path: string, cookie?: string): Promise<PageView> {
  const response = await fetch(new URL(path, env.BASE_URL), {
    headers: cookie ? { cookie: `${visitorCookie}=${cookie}` } : {},
  });
  const html = await response.text();
  const given = new RegExp(`^${visitorCookie}=([^;]+)`);
  const [set] = response.headers.getSetCookie().flatMap((line) => given.exec(line)?.[1] ?? []);
  return { status: response.status, html, releases: releasesIn(html), cookie: cookie ?? set ?? '' };
}

/** What the shell has written into a page for the browser. */
export function releasesIn(html: string): Releases {
  const [, state] = /id="arcade-state">(.*?)<\/script>/s.exec(html) ?? [];
  if (state === undefined) return {};
  const { set }: { set: { units: Record<string, { version: string }> } } = JSON.parse(state);
  return Object.fromEntries(Object.entries(set.units).map(([unit, { version }]) => [unit, version]));
}

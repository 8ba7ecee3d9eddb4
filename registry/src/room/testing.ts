// For tests: a browser as far as the control room needs one, with a cookie jar and the headers that browsers send, and a registry to look at.
import type { Check } from '../control-plane.ts';
import type { Entry } from '../store.ts';
import { build, secretOf, serve, temporaryFolder } from '../testing.ts';

export const unit = 'mfe-order';

export function browser(url: string) {
  let cookie = '';
  async function ask(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    const headers = { ...(cookie && { cookie }), ...init.headers };
    const answer = await fetch(new URL(path, url), { redirect: 'manual', ...init, headers });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    const { status } = answer;
    return { status, headers: answer.headers, to: answer.headers.get('location'), text: await answer.text() };
  }
  const get = (path: string) => ask(path);
  /** As a form of the registry's own pages does. */
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin', ...headers },
    });
  return { get, post, signIn: (token: string) => post('/sign-in', { token }) };
}

/** What a person reads of a page. */
export const words = (page: string) =>
  page
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** Those that its form would send. */
export const hidden = (page: string): Record<string, string> =>
  Object.fromEntries(
    Array.from(
      page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g),
      ([, name = '', value = '']) => [name, value],
    ),
  );

interface World {
  signedIn?: string;
  /** Findings by version. */
  refuses?: Record<string, Awaited<ReturnType<Check>>>;
}

/** v1 is stable; v2 and v3 are published. */
export async function room({ signedIn, refuses = {} }: World = {}) {
  const { url, as } = await serve(await temporaryFolder(), {
    check: async ({ version }) => refuses[version] ?? [],
  });
  const admin = as(secretOf.admin);
  for (const version of ['v1', 'v2', 'v3']) await admin.publishFolder(unit, await build({ version }));
  await admin.post(`units/${unit}/deploy`, { version: 'v1', traffic: 100 });
  const page = browser(url);
  if (signedIn !== undefined) await page.signIn(signedIn);
  const log = async () => (await admin.get<{ entries: Entry[] }>('log')).entries;
  return { url, admin, shell: as(secretOf.shell), page, log };
}

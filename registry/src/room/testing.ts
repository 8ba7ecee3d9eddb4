// For tests: a browser as far as the control room needs one, with a cookie jar and the headers that browsers send.

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

/** GET /{locale}/…: a page, rendered with the releases of its visitor. */
import { hrefOf } from '@arcade/mfe-kit/href';
import type { Locale } from '@arcade/mfe-kit/session';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { matchPage } from '../app/release-set.ts';
import { chosenNumber } from './chosen-number.ts';
import { compressed } from './compression.ts';
import { takeMessage } from './flash.ts';
import { documentHtml } from './html.ts';
import { visitorOf } from './identity.ts';
import { pageFailures, renderDuration } from './measures.ts';
import { type Overrides, overridesIn, type Refused } from './overrides.ts';
import { contentSecurityPolicy } from './security.ts';
import { choicesOf, isLocale, preferredLocale, rememberLocale } from './session.ts';
import type { Shop } from './shop.ts';

export function pageRoutes(app: FastifyInstance, shop: Shop): void {
  app.get('/', async (request, reply) => redirectToLocale(request, reply));

  app.get('/*', async (request, reply) => {
    const { pathname, searchParams } = new URL(request.url, shop.env.PUBLIC_URL);
    const [, first, ...rest] = pathname.split('/');
    if (isLocale(first)) return sendPage(shop, request, reply, first, `/${rest.join('/')}`, searchParams);
    const locale = preferredLocale(request);
    // An address without its language, typed or from an old link.
    const { number } = visitorOf(request, reply, shop.signer, shop.secure);
    if (matchPage(shop.releases.setFor(number).set, pathname)) return redirectToLocale(request, reply);
    return sendPage(shop, request, reply, locale, pathname, searchParams);
  });
}

/**
 * An address whose percent-encoding is broken, taken by the letter: it then leads to the page for what is not there, where Fastify would answer a
 * bare 400.
 */
export function wellFormed(address: string): string {
  const [path = ''] = address.split('?', 1);
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return path.replaceAll('%', '%25') + address.slice(path.length);
  }
}

function redirectToLocale(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .header('vary', 'accept-language, cookie')
    .header('cache-control', 'no-store')
    .redirect(hrefOf(preferredLocale(request), request.url), 302);
}

async function sendPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
  path: string,
  search: URLSearchParams,
): Promise<FastifyReply> {
  const overrides = overridesIn(search, shop.env.ALLOW_OVERRIDES);
  if (overrides) return sendOverridden(shop, request, reply, locale, overrides);
  const number = chosenNumber(search, shop.env.ALLOW_OVERRIDES);
  if (typeof number === 'object') return refuseChoice(reply, number);
  const started = performance.now();
  const visitor = visitorOf(request, reply, shop.signer, shop.secure, number);
  const { session, preferences } = choicesOf(request, locale);
  const { app, assets } = shop.bundle;
  const { set, missed } = shop.releases.setFor(visitor.number);
  const page = await app.renderPage({
    path: path.length > 1 ? path.replace(/\/$/, '') : path,
    search,
    session,
    preferences,
    publicUrl: shop.env.PUBLIC_URL,
    set,
    categories: await shop.navigation.for(locale),
    toast: takeMessage(request, reply, shop),
    fetch: shop.graphFetch(visitor),
    slotDeadline: shop.env.SLOT_DEADLINE_MS,
    report: ({ unit, name, kind, error }) => {
      const version = set.units[unit]?.version;
      if (version) shop.health.failed(visitor, { unit, version }, kind);
      pageFailures.inc({ unit, where: 'server' });
      request.log.error({ unit, name, err: error }, 'part of a page failed');
    },
  });
  rememberLocale(request, reply, locale, shop.secure);
  reply.header('cache-control', 'private, no-store');
  if (page.kind === 'redirect') return reply.redirect(hrefOf(locale, page.to), page.permanent ? 308 : 302);

  shop.health.saw(
    visitor,
    set,
    missed,
    page.used.map(({ unit }) => unit),
  );
  const { nonce, policy } = contentSecurityPolicy();
  const state = { ...page.state, ...(number !== undefined && { visitor: number }) };
  const html = documentHtml({ nonce, assets, styles: shop.styles, ...page, state });
  renderDuration.observe(
    { page: page.used[0]?.name ?? 'none', status: page.status },
    (performance.now() - started) / 1000,
  );
  reply
    .code(page.status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', locale)
    .header('content-security-policy', policy);
  return compressed(request, reply, html);
}

/** The document alone: what is in it comes from a machine that only the browser can reach. */
async function sendOverridden(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
  overrides: Overrides | Refused,
): Promise<FastifyReply> {
  if ('status' in overrides) return refuseChoice(reply, overrides);
  reply.header('cache-control', 'private, no-store');
  const visitor = visitorOf(request, reply, shop.signer, shop.secure);
  const { nonce, policy } = contentSecurityPolicy(
    Object.values(overrides.byUnit).map((address) => new URL(address).origin),
  );
  const html = documentHtml({
    nonce,
    assets: shop.bundle.assets,
    styles: shop.styles,
    head: '<title>Arcade</title>',
    body: '',
    used: [],
    state: {
      ...choicesOf(request, locale),
      publicUrl: shop.env.PUBLIC_URL,
      set: shop.releases.setFor(visitor.number).set,
      categories: await shop.navigation.for(locale),
      overrides: overrides.byUnit,
      graph: {},
    },
  });
  reply
    .type('text/html; charset=utf-8')
    .header('content-language', locale)
    .header('content-security-policy', policy);
  return compressed(request, reply, html);
}

const refuseChoice = (reply: FastifyReply, { status, message }: Refused): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'private, no-store')
    .type('text/plain; charset=utf-8')
    .send(message);

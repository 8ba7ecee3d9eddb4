/** What plain forms post: the actions of micro-frontends, and the visitor's choices. Each answers with the next page (303). */

import { hrefOf } from '@arcade/mfe-kit/href';
import { unitName, versionName } from '@arcade/mfe-kit/manifest';
import { releaseField, returnField } from '@arcade/mfe-kit/return-field';
import type { Locale } from '@arcade/mfe-kit/session';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { preferencesCookieText } from '../app/preferences.ts';
import { within } from '../app/within.ts';
import { leaveMessage } from './flash.ts';
import { visitorOf } from './identity.ts';
import type { Named } from './loaded-releases.ts';
import { pageFailures } from './measures.ts';
import { refuseForeign } from './security.ts';
import { choicesOf, isLocale } from './session.ts';
import type { Shop } from './shop.ts';

/** Longer than the router may take for what an action asks, one after the other. Milliseconds. */
const longestAction = 15_000;

interface Posted {
  Params: { locale: string; name: string };
  Body: FormData;
}

export function formPosts(app: FastifyInstance, shop: Shop): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 65_536 },
    (_request, body, done) => {
      const form = new FormData();
      for (const [name, value] of new URLSearchParams(String(body))) form.append(name, value);
      done(null, form);
    },
  );

  app.post<Posted>('/:locale/actions/:name', { onRequest: refuseForeign }, async (request, reply) => {
    const { locale, name } = request.params;
    if (!isLocale(locale) || !(request.body instanceof FormData)) return refuse(reply);
    const visitor = visitorOf(request, reply, shop.signer, shop.secure);
    const { set } = shop.releases.setFor(visitor.number);
    const live = await shop.releases.withAction(set, name, releaseOfForm(request.body));
    const action = live && (await shop.bundle.app.actionOf(live.release.container, name));
    if (!action) return refuse(reply);

    const { session, preferences } = choicesOf(request, locale);
    const graph = shop.actionGraph(visitor);
    const acting = action(request.body, { ...session, preferences, graph });
    const result = await within(longestAction, acting, name).catch((error: unknown) => {
      const { unit, version } = live.manifest;
      shop.health.failed(visitor, { unit, version }, 'boundary');
      pageFailures.inc({ unit, where: 'server' });
      throw error;
    });
    if (result.preferences) {
      remember(reply, { ...preferences, ...result.preferences }, shop.secure);
    }
    if (result.message) leaveMessage(reply, shop, result.message);
    return next(reply, locale, result.redirect ?? returnPath(request));
  });

  app.post<Posted>('/:locale/preferences', { onRequest: refuseForeign }, async (request, reply) => {
    const { locale } = request.params;
    if (!isLocale(locale) || !(request.body instanceof FormData)) return refuse(reply);
    const { preferences } = choicesOf(request, locale);
    const chosen: Record<string, string> = {};
    for (const name of ['currency', 'theme']) {
      const value = request.body.get(name);
      if (typeof value === 'string') chosen[name] = value;
    }
    remember(reply, { ...preferences, ...chosen }, shop.secure);
    return next(reply, locale, returnPath(request));
  });
}

/** The release that the page with the form was made with, if the form says so. */
function releaseOfForm(form: FormData): Named | undefined {
  const [unit, version] = String(form.get(releaseField) ?? '').split('@');
  const named = { unit: unitName.safeParse(unit), version: versionName.safeParse(version) };
  return named.unit.success && named.version.success
    ? { unit: named.unit.data, version: named.version.data }
    : undefined;
}

/** A path below the locale, so that it cannot lead out of the shop whatever it holds. */
function returnPath(request: FastifyRequest<Posted>): string {
  const path = request.body.get(returnField);
  return typeof path === 'string' && path.startsWith('/') ? path : '/';
}

function next(reply: FastifyReply, locale: Locale, path: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(hrefOf(locale, path), 303);
}

function remember(
  reply: FastifyReply,
  preferences: Readonly<Record<string, string | undefined>>,
  secure: boolean,
): void {
  reply.header('set-cookie', preferencesCookieText(preferences, secure));
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ code: 'UNKNOWN_ACTION', message: 'No live release has this action.' });
}

// Signing in and out.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { html } from 'hono/html';
import { z } from 'zod';
import { type Html, notice, page } from './layout.ts';
import type { Sessions } from './sessions.ts';
import { show } from './show.ts';

/** Within the registry: `//elsewhere.example` and `/\elsewhere.example` are other hosts to a browser. */
const ownPath = z
  .string()
  .regex(/^\/(?![/\\])[\x21-\x7e]*$/)
  .catch('/');
const form = z.object({ token: z.string().default(''), next: ownPath });

export function signInRoutes(app: FastifyInstance, sessions: Sessions): void {
  app.get<{ Querystring: { next?: string } }>('/sign-in', async ({ query }, reply) =>
    show(reply, signInPage(ownPath.parse(query.next))),
  );
  app.post('/sign-in', async (request: FastifyRequest, reply) => {
    const { token, next } = form.parse(request.body);
    if (sessions.signIn(request, reply, token)) return reply.redirect(next, 303);
    return show(reply.code(401), signInPage(next, 'The registry knows no such token.'));
  });
  app.post('/sign-out', async (request, reply) => {
    sessions.signOut(request, reply);
    return reply.redirect('/', 303);
  });
}

export function signInPage(next: string, problem?: string): Html {
  const main = html`<div class="narrow stack">
<h1>Sign in</h1>
${problem === undefined ? '' : notice('error', problem)}
<p>With a token of your team, or one for everything. Looking needs none.</p>
<form method="post" action="/sign-in" class="form">
<input type="hidden" name="next" value="${next}">
<label class="field"><span>Token</span>
<input name="token" type="password" autocomplete="current-password" required autofocus></label>
<p><button class="button primary">Sign in</button></p>
</form>
<p class="soft">The registry knows the tokens that REGISTRY_TOKENS lists. Those of a shop that <code>npm start</code> runs are in
<code>secrets.json</code> in its data folder, under <code>registryTokens</code>.</p>
</div>`;
  return page({ title: 'Sign in', at: '/sign-in', viewer: undefined, main });
}

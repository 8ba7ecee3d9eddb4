/** The page for when nothing else can be rendered. It needs no file, no script and no data. */
import type { FastifyInstance } from 'fastify';
import { contentSecurityPolicy } from './security.ts';
import { preferredLocale } from './session.ts';

const words = {
  en: {
    title: 'The arcade is closed for a moment',
    text: 'Something on our side went wrong. Please try again shortly.',
    retry: 'Try again',
  },
  ko: {
    title: '아케이드가 잠시 문을 닫았습니다',
    text: '저희 쪽에서 문제가 생겼습니다. 잠시 뒤에 다시 시도해 주세요.',
    retry: '다시 시도',
  },
};

export function failurePage(app: FastifyInstance): void {
  app.setErrorHandler<Error & { statusCode?: number }>(async (error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'request failed');
    reply.header('cache-control', 'no-store').code(status);
    if (!request.headers.accept?.includes('text/html')) {
      return reply.send({
        code: status >= 500 ? 'INTERNAL_ERROR' : 'BAD_REQUEST',
        message: status >= 500 ? 'Something went wrong.' : error.message,
      });
    }
    const locale = preferredLocale(request);
    const { title, text, retry } = words[locale];
    const { nonce, policy } = contentSecurityPolicy();
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .send(`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Arcade</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; }
body { display: grid; place-content: center; min-height: 90vh; margin: 0; padding: 1rem; text-align: center; font: 1rem/1.6 system-ui, sans-serif; background: light-dark(#f7f2e8, #181512); color: light-dark(#211c18, #f2eade); }
h1 { font: 400 2rem/1.15 Georgia, serif; }
a { color: light-dark(#b93a1c, #ff7a55); }
</style></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="">${retry}</a></p></main></body></html>
`);
  });
}

/** /robots.txt and /sitemap.xml (https://www.sitemaps.org/protocol.html), every page in both languages. */
import { hrefOf } from '@arcade/mfe-kit/href';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { escapeHtml } from './html.ts';
import { ownOperations } from './own-operations.ts';
import type { RouterClient } from './router-client.ts';
import { locales } from './session.ts';
import type { Shop } from './shop.ts';

const productsShape = z.object({
  products: z.object({
    edges: z.array(z.object({ node: z.object({ handle: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
const categoriesShape = z.object({ categories: z.array(z.object({ handle: z.string() })) });

/** The protocol's limit for one file is 50,000 addresses; each page has one in each language. */
const mostPages = 50_000 / locales.length;
const freshFor = 10 * 60_000;

export function searchEngineRoutes(app: FastifyInstance, { env, router }: Shop): void {
  app.get('/robots.txt', async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        `User-agent: *\nDisallow: /*/cart\nDisallow: /*/checkout\nDisallow: /*/orders\nSitemap: ${env.PUBLIC_URL}/sitemap.xml\n`,
      ),
  );

  let kept: { xml: Promise<string>; madeAt: number } | undefined;
  app.get('/sitemap.xml', async (_request, reply) => {
    if (!kept || Date.now() - kept.madeAt > freshFor) {
      const xml = sitemap(router, env.PUBLIC_URL);
      kept = { xml, madeAt: Date.now() };
      xml.catch(() => {
        kept = undefined;
      });
    }
    return reply.type('application/xml; charset=utf-8').send(await kept.xml);
  });
}

async function sitemap(router: RouterClient, publicUrl: string): Promise<string> {
  const paths = ['/', ...(await categoryPaths(router)), ...(await productPaths(router))].slice(0, mostPages);
  const urls = paths.flatMap((path) => {
    const alternates = locales
      .map(
        (locale) =>
          `<xhtml:link rel="alternate" hreflang="${locale}" href="${escapeHtml(publicUrl + hrefOf(locale, path))}"/>`,
      )
      .join('');
    return locales.map(
      (locale) => `<url><loc>${escapeHtml(publicUrl + hrefOf(locale, path))}</loc>${alternates}</url>`,
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

async function categoryPaths(router: RouterClient): Promise<string[]> {
  const answer = await router.ask(ownOperations.sitemapCategories, {}, categoriesShape);
  return answer.categories.map(({ handle }) => `/c/${encodeURIComponent(handle)}`);
}

async function productPaths(router: RouterClient): Promise<string[]> {
  const paths: string[] = [];
  let after: string | null = null;
  do {
    const page: z.infer<typeof productsShape> = await router.ask(
      ownOperations.sitemapProducts,
      { after },
      productsShape,
    );
    for (const { node } of page.products.edges) paths.push(`/p/${encodeURIComponent(node.handle)}`);
    after = page.products.pageInfo.hasNextPage ? page.products.pageInfo.endCursor : null;
  } while (after !== null && paths.length < mostPages);
  return paths;
}

// What a page says of itself to browsers, search engines and those who share it. React 19 hoists it into <head>.
import { createContext, use } from 'react';
import { hrefOf } from './href.ts';
import { useLocation } from './navigation.tsx';
import { type Locale, useSession } from './session.tsx';

/** Filled by the shell: where the shop is reached from outside, such as https://arcade.example. */
export const PublicUrlContext = createContext('http://localhost');

export interface PageHeadProps {
  readonly title: string;
  readonly description: string;
  /** A path below the locale; default: the page's own path without its search parameters. */
  readonly canonical?: string;
  /** Path or address of a picture. */
  readonly image?: string;
  readonly type?: 'website' | 'product';
  /** Keeps the page out of search engines: carts, orders. */
  readonly noindex?: boolean;
}

export function PageHead({ title, description, canonical, image, type = 'website', noindex }: PageHeadProps) {
  const origin = use(PublicUrlContext);
  const { locale } = useSession();
  const { path } = useLocation();
  const at = (language: Locale) => origin + hrefOf(language, canonical ?? path);
  return (
    <>
      <title>{`${title} – Arcade`}</title>
      <meta name="description" content={description} />
      {noindex ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={at(locale)} />
          <link rel="alternate" hrefLang="en" href={at('en')} />
          <link rel="alternate" hrefLang="ko" href={at('ko')} />
          <link rel="alternate" hrefLang="x-default" href={at('en')} />
        </>
      )}
      <meta property="og:site_name" content="Arcade" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={type} />
      <meta property="og:url" content={at(locale)} />
      <meta property="og:locale" content={locale === 'ko' ? 'ko_KR' : 'en_US'} />
      {image && <meta property="og:image" content={new URL(image, origin).href} />}
    </>
  );
}

/** Structured data (schema.org). Only `<` can end a script element early, so only it is written as an escape. */
export function JsonLd({ data }: { readonly data: Readonly<Record<string, unknown>> }) {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with the one character escaped that HTML would read
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}

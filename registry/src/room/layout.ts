// The frame of every page of the control room. Templates escape what they are given: `html` of hono, which is one small file of it.
import { html } from 'hono/html';
import type { Token } from '../tokens.ts';

export type Html = ReturnType<typeof html>;

export const unitPath = (unit: string) => `/units/${encodeURIComponent(unit)}`;

interface Page {
  title: string;
  /** The address within the registry, for the navigation and for coming back after signing in. */
  at: string;
  viewer: Token | undefined;
  main: Html;
}

const places = [
  ['/', 'Overview'],
  ['/fields', 'Fields'],
  ['/log', 'Log'],
] as const;

export function page({ title, at, viewer, main }: Page): Html {
  const [path = '/'] = at.split('?');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Arcade control room</title>
<link rel="icon" href="/room/icon.svg" type="image/svg+xml">
<link rel="preload" href="/room/newsreader-display.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/room/room.css">
<script src="/room/room.js" type="module"></script>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header class="top">
<div class="wide">
<p class="name"><a href="/">Arcade <span>control room</span></a></p>
<nav aria-label="Pages"><ul>${places.map(
    ([href, name]) =>
      html`<li><a href="${href}"${path === href ? html` aria-current="page"` : ''}>${name}</a></li>`,
  )}</ul></nav>
<div class="who">${viewer ? signedIn(viewer) : html`<a href="/sign-in?next=${encodeURIComponent(at)}">Sign in</a>`}</div>
</div>
</header>
<main id="main" class="wide">
${main}
</main>
<footer class="wide"><p>Times are UTC. <span class="stale" role="status"></span></p></footer>
</body>
</html>`;
}

const signedIn = ({ name }: Token) => html`<span>${name}</span>
<form method="post" action="/sign-out"><button class="quiet">Sign out</button></form>`;

/** What is said in its place; `alert` is read out at once. */
export const notice = (kind: 'done' | 'warning' | 'error' | 'info', words: unknown) =>
  html`<div class="notice ${kind}"${kind === 'error' ? html` role="alert"` : ''}>${words}</div>`;

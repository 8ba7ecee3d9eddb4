/** The document around what React has rendered. */
import type { HostAssets } from '@arcade/mfe-kit/webpack';
import type { PageState } from '../app/page-state.ts';
import { stateElement } from '../app/page-state.ts';
import { type Exposed, fileUrl, type ReleaseFile, type ReleaseSet } from '../app/release-set.ts';
import type { StyleSheets } from './style-sheets.ts';

export interface Document {
  readonly nonce: string;
  readonly assets: HostAssets;
  readonly head: string;
  readonly body: string;
  readonly used: readonly Exposed[];
  readonly state: PageState;
  /** The text of a style sheet, by its address. */
  readonly styles: StyleSheets;
}

export function documentHtml({ nonce, assets, head, body, used, state, styles }: Document): string {
  const { session, set } = state;
  const styleSheets = [
    ...assets.css.map(({ file }) => `/assets/${file}`),
    ...usedFiles(set, used, 'css').map(({ url }) => url),
  ].flatMap((url) => {
    const text = styles(url);
    return text === undefined ? [] : [styleSheet(url, text, nonce)];
  });
  const scripts = [
    ...assets.js.map(({ file, integrity }) => script(`/assets/${file}`, integrity, nonce)),
    ...usedFiles(set, used, 'js').map(({ url, integrity }) => script(url, integrity, nonce)),
  ];
  const fonts = assets.fonts.map(
    (file) => `<link rel="preload" as="font" type="font/woff2" href="/assets/${file}" crossorigin>`,
  );
  return `<!doctype html>
<html lang="${session.locale}" data-theme="${session.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${fonts.join('\n')}
${styleSheets.join('\n')}
${scripts.join('\n')}
</head>
<body>
<div id="root">${body}</div>
<script type="application/json" id="${stateElement}">${jsonForHtml(state)}</script>
</body>
</html>
`;
}

interface UsedFile {
  readonly url: string;
  readonly integrity: string;
}

/** Entries first, then the files of exactly the modules that this page shows; each once. */
function usedFiles(set: ReleaseSet, used: readonly Exposed[], kind: 'js' | 'css'): UsedFile[] {
  const files = new Map<string, UsedFile>();
  const add = (unit: string, file: ReleaseFile) => {
    const release = set.units[unit];
    if (!release) return;
    const url = fileUrl(unit, release, file[0]);
    files.set(url, { url, integrity: file[1] });
  };
  if (kind === 'js') {
    for (const { unit } of used) {
      const release = set.units[unit];
      if (release) add(unit, release.entry);
    }
  }
  for (const { unit, name } of used) {
    for (const file of set.units[unit]?.files[name]?.[kind] ?? []) add(unit, file);
  }
  return [...files.values()];
}

/**
 * Inline, because a style sheet that is asked for costs a round trip before the first paint: docs/decisions/0004. `data-href` is the name by which
 * a container knows its style sheet, so that it does not load it again.
 */
function styleSheet(url: string, text: string, nonce: string): string {
  const name = url.slice(url.lastIndexOf('/') + 1);
  // In CSS a backslash before a slash changes nothing; in HTML nothing then ends the element early.
  return `<style nonce="${nonce}" data-href="${escapeHtml(name)}">${text.replaceAll('</', '<\\/')}</style>`;
}

/** Deferred: they run in this order, the shell's first, which provides what the others share. */
function script(url: string, integrity: string, nonce: string): string {
  return `<script defer src="${escapeHtml(url)}" integrity="${integrity}" nonce="${nonce}"></script>`;
}

/** JSON that may stand inside a script element: nothing in it can end the element or start a comment. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The text of style sheets, which pages carry inline: the shell's own and those of mirrored releases. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecentMap } from '@arcade/mfe-kit/recent-map';
import type { AppBundle } from './app-bundle.ts';

/** A page has about ten, and releases come and go. */
const mostKept = 200;

/** Undefined for one that is not there any more: the browser then asks for it, and finds that its release cannot be loaded. */
export type StyleSheets = (url: string) => string | undefined;

export function styleSheets(bundle: Pick<AppBundle, 'files'>, mirrorFolder: string): StyleSheets {
  // A file of a release never changes, so it is read once, and kept while it is used.
  const read = new RecentMap<string, string>(mostKept);
  return (url) => {
    const own = bundle.files.get(url.replace('/assets/', ''));
    if (own) return own.toString('utf8');
    const text = read.get(url) ?? textOf(join(mirrorFolder, url.replace('/releases/', '')));
    if (text !== undefined) read.set(url, text);
    return text;
  };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { ReleaseFile, UnitRelease } from './release-set.ts';

/** What a page view needs to know of a release. */
export function describeRelease(manifest: Manifest): UnitRelease {
  const { version, container, entry, pages, slots, exposes, files } = manifest;
  const listed = new Set([entry.client, ...Object.values(exposes).flatMap(({ js }) => js)]);
  const later = Object.keys(files).filter((path) => /^client\/.*\.js$/.test(path) && !listed.has(path));
  const withIntegrity = (path: string): ReleaseFile => [path, files[path]?.integrity ?? ''];
  return {
    version,
    container,
    entry: withIntegrity(entry.client),
    pages: Object.fromEntries(Object.entries(pages).map(([name, { path }]) => [name, path])),
    slots: Object.keys(slots),
    ...(later.length > 0 && { later: later.map(withIntegrity) }),
    files: Object.fromEntries(
      Object.entries({ ...pages, ...slots }).map(([name, { expose }]) => {
        const { js, css } = exposes[expose] ?? { js: [], css: [] };
        return [name, { js: js.map(withIntegrity), css: css.map(withIntegrity) }];
      }),
    ),
  };
}

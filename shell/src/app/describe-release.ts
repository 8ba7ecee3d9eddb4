import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { ReleaseFile, UnitRelease } from './release-set.ts';

/** What a page view needs to know of a release. */
export function describeRelease(manifest: Manifest): UnitRelease {
  const { version, container, entry, pages, slots, exposes, files } = manifest;
  const withIntegrity = (path: string): ReleaseFile => [path, files[path]?.integrity ?? ''];
  return {
    version,
    container,
    entry: withIntegrity(entry.client),
    pages: Object.fromEntries(Object.entries(pages).map(([name, { path }]) => [name, path])),
    slots: Object.keys(slots),
    files: Object.fromEntries(
      Object.entries({ ...pages, ...slots }).map(([name, { expose }]) => {
        const { js, css } = exposes[expose] ?? { js: [], css: [] };
        return [name, { js: js.map(withIntegrity), css: css.map(withIntegrity) }];
      }),
    ),
  };
}

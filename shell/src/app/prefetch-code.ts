// When the browser has nothing else to do it fetches the code of the other pages, so that going there costs one round trip: the data's. Files are
// fetched and kept, not run.
import { fileUrl, type ReleaseSet } from './release-set.ts';

export function prefetchCodeWhenIdle(set: ReleaseSet): void {
  if (savesData()) return;
  const begin = () => {
    for (const [unit, release] of Object.entries(set.units)) {
      const files = Object.values(release.files).flatMap(({ js, css }) => [...js, ...css]);
      for (const [path] of [release.entry, ...files]) prefetch(fileUrl(unit, release, path));
    }
    // The shell's own: by the time that somebody subscribes there may be another shell, which does not have it any more.
    import('./event-stream.ts').catch(() => {});
  };
  // Safari has no requestIdleCallback.
  const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));
  const afterLoad = () => setTimeout(() => whenIdle(begin), 2_000);
  if (document.readyState === 'complete') afterLoad();
  else window.addEventListener('load', afterLoad, { once: true });
}

const prefetched = new Set<string>();

function prefetch(url: string): void {
  const name = url.slice(url.lastIndexOf('/') + 1);
  const isHere = document.querySelector(
    `script[src="${url}"], link[href="${url}"], [data-href="${CSS.escape(name)}"]`,
  );
  if (isHere || prefetched.has(url)) return;
  prefetched.add(url);
  const link = document.createElement('link');
  link.rel = 'prefetch';
  link.href = url;
  document.head.append(link);
}

/** The visitor asked for less traffic: https://wicg.github.io/savedata/ */
function savesData(): boolean {
  if (!('connection' in navigator)) return false;
  const { connection } = navigator;
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}

// Loads micro-frontends in the browser: each file at most once, with its integrity value and a time limit. Script elements that came with
// the HTML are waited for, not loaded again. Where a release cannot be loaded, the one before it takes its place.
import { installEntryLoader, loadExposed, registerContainer } from './federation.ts';
import { keepModules, type Modules } from './modules.ts';
import { type Exposed, fileUrl, type ReleaseFile, type ReleaseSet, type UnitRelease } from './release-set.ts';
import type { Failure } from './view.tsx';

const timeLimit = 10_000;
const loading = new Map<string, Promise<void>>();

export function browserModules(set: ReleaseSet, report: (failure: Failure) => void): Modules {
  installEntryLoader(async (container, url) => {
    await loadFile(url, undefined, script);
    return Reflect.get(globalThis, container);
  });
  const replacements = new Map<string, Promise<UnitRelease>>();

  return keepModules(async (exposed) => {
    const release = set.units[exposed.unit];
    if (!release) throw new Error(`${exposed.unit} is not in this page's release set.`);
    try {
      return await loadFrom(release, exposed);
    } catch (error) {
      report({ ...exposed, error });
      let replacement = replacements.get(exposed.unit);
      if (!replacement) {
        replacement = previousRelease(exposed.unit, release.version);
        replacements.set(exposed.unit, replacement);
      }
      return loadFrom(await replacement, exposed);
    }
  });
}

async function loadFrom(release: UnitRelease, { unit, name }: Exposed): Promise<unknown> {
  const files = release.files[name];
  if (!files) throw new Error(`${unit} ${release.version} has no ${name}.`);
  registerContainer(release.container, fileUrl(unit, release, release.entry));
  const load = (kind: typeof script) => (file: ReleaseFile) =>
    loadFile(fileUrl(unit, release, file), file[1], kind);
  await Promise.all([...[release.entry, ...files.js].map(load(script)), ...files.css.map(load(styleSheet))]);
  return within(timeLimit, loadExposed(release.container, name), `${unit} ${release.version} ${name}`);
}

/** The release of this unit that worked before, as the shell knows it. */
async function previousRelease(unit: string, version: string): Promise<UnitRelease> {
  const response = await fetch(`/releases/${unit}/${version}/previous`);
  if (!response.ok) throw new Error(`There is no release of ${unit} before ${version}.`);
  return response.json();
}

function loadFile(
  url: string,
  integrity: string | undefined,
  kind: (url: string) => LoadingElement,
): Promise<void> {
  const known = loading.get(url);
  if (known) return known;
  const { element, isNew } = kind(url);
  const settled = new Promise<void>((resolve, reject) => {
    element.addEventListener('load', () => resolve(), { once: true });
    element.addEventListener('error', () => reject(new Error(`${url} could not be loaded.`)), { once: true });
  });
  if (isNew) {
    if (integrity) element.integrity = integrity;
    document.head.append(element);
  }
  const result = within(timeLimit, settled, url);
  loading.set(url, result);
  result.catch(() => {
    // The next attempt starts anew.
    loading.delete(url);
    element.remove();
  });
  return result;
}

interface LoadingElement {
  readonly element: HTMLScriptElement | HTMLLinkElement;
  readonly isNew: boolean;
}

function script(url: string): LoadingElement {
  // The shell's script is the first of the deferred ones, so none of the others has run before this one looks for it.
  for (const element of document.scripts) {
    if (element.getAttribute('src') === url) return { element, isNew: false };
  }
  const element = document.createElement('script');
  element.src = url;
  return { element, isNew: true };
}

function styleSheet(url: string): LoadingElement {
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.href = url;
  // By this name the container's own loader knows that the style sheet is there.
  element.dataset['href'] = url.slice(url.lastIndexOf('/') + 1);
  return { element, isNew: true };
}

async function within<T>(milliseconds: number, work: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} did not load within ${milliseconds} ms.`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

// Loads micro-frontends in the browser: each file at most once, with its integrity value and a time limit. Script elements that came with
// the HTML are waited for, not loaded again. Where a release cannot be loaded, the stable one before it takes its place, for as long as this
// page is open: parts of one unit come from one release as far as that can be had.
import { forgetContainer, installEntryLoader, loadExposed, registerContainer } from './federation.ts';
import { keepModules, type Modules } from './modules.ts';
import { type Exposed, fileUrl, type ReleaseFile, type ReleaseSet, type UnitRelease } from './release-set.ts';
import type { Failure } from './view.tsx';
import { within } from './within.ts';

/** Milliseconds. */
const timeLimit = 10_000;
/** By address. */
const loading = new Map<string, Promise<void>>();

export function browserModules(set: ReleaseSet, report: (failure: Failure) => void): Modules {
  // The shell's script is the first of the deferred ones: those of micro-frontends that came with the HTML are still to run.
  for (const element of document.querySelectorAll<HTMLScriptElement>('script[src^="/releases/"]')) {
    settled(element.getAttribute('src') ?? '', element);
  }
  // The file of an entry is loaded before its container is asked for: see loadFrom.
  installEntryLoader(async (container) => Reflect.get(globalThis, container));
  const replacements = new Map<string, Promise<UnitRelease>>();

  const loadReplacement = async (exposed: Exposed, replacement: Promise<UnitRelease>) => {
    replacements.set(exposed.unit, replacement);
    try {
      return await loadFrom(await replacement, exposed);
    } catch (error) {
      // The next attempt begins with the page's own release, which may be there again.
      replacements.delete(exposed.unit);
      throw error;
    }
  };

  return keepModules(async (exposed) => {
    const { unit } = exposed;
    const release = set.units[unit];
    if (!release) throw new Error(`${unit} is not in this page's release set.`);
    const replacement = replacements.get(unit);
    if (replacement) return loadReplacement(exposed, replacement);
    try {
      return await loadFrom(release, exposed);
    } catch (error) {
      report({ ...exposed, kind: 'load', error });
      return loadReplacement(exposed, replacements.get(unit) ?? previousRelease(unit, release.version));
    }
  });
}

async function loadFrom(release: UnitRelease, { unit, name }: Exposed): Promise<unknown> {
  const files = release.files[name];
  if (!files) throw new Error(`${unit} ${release.version} has no ${name}.`);
  const entry = fileUrl(unit, release, release.entry[0]);
  registerContainer(release.container, entry);
  tellIntegrity(unit, release);
  const scripts = [release.entry, ...files.js].map((file) => load(unit, release, file, script));
  const styleSheets = files.css.map((file) => load(unit, release, file, styleSheet));
  await Promise.all([...scripts, ...styleSheets]);
  try {
    const what = `${unit} ${release.version} ${name}`;
    return await within(timeLimit, loadExposed(release.container, name), what);
  } catch (error) {
    forgetContainer(release.container);
    loading.delete(entry);
    throw error;
  }
}

/** What its code loads later by itself asks for it by address: see chunk-integrity.ts in mfe-kit. */
function tellIntegrity(unit: string, release: UnitRelease): void {
  const scripts = [...Object.values(release.files).flatMap(({ js }) => js), ...(release.later ?? [])];
  globalThis.ARCADE_INTEGRITY ??= {};
  for (const [path, integrity] of scripts) {
    globalThis.ARCADE_INTEGRITY[new URL(fileUrl(unit, release, path), location.href).href] = integrity;
  }
}

declare global {
  var ARCADE_INTEGRITY: Record<string, string> | undefined;
}

/** The stable release of this unit other than this one that worked last, as the shell's server knows it. */
async function previousRelease(unit: string, version: string): Promise<UnitRelease> {
  const response = await fetch(`/releases/${unit}/${version}/previous`);
  if (!response.ok) throw new Error(`There is no release of ${unit} before ${version}.`);
  return response.json();
}

type LoadingElement = HTMLScriptElement | HTMLLinkElement;

function load(
  unit: string,
  release: UnitRelease,
  [path, integrity]: ReleaseFile,
  create: (url: string) => LoadingElement | undefined,
): Promise<void> {
  const url = fileUrl(unit, release, path);
  const known = loading.get(url);
  if (known) return known;
  const element = create(url);
  if (!element) return Promise.resolve();
  element.integrity = integrity;
  // Integrity can be verified of what may be read.
  if (release.origin) element.crossOrigin = 'anonymous';
  const result = settled(url, element);
  document.head.append(element);
  return result;
}

function settled(url: string, element: LoadingElement): Promise<void> {
  const outcome = new Promise<void>((resolve, reject) => {
    element.addEventListener('load', () => resolve(), { once: true });
    element.addEventListener('error', () => reject(new Error(`${url} could not be loaded.`)), { once: true });
  });
  const result = within(timeLimit, outcome, url);
  loading.set(url, result);
  result.catch(() => {
    // The next attempt starts anew.
    loading.delete(url);
    element.remove();
  });
  return result;
}

function script(url: string): HTMLScriptElement {
  const element = document.createElement('script');
  element.src = url;
  return element;
}

/** Undefined when it came with the HTML: those block rendering, so they are there before any script runs. */
function styleSheet(url: string): HTMLLinkElement | undefined {
  if (document.querySelector(`[data-href="${CSS.escape(fileName(url))}"]`)) return undefined;
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.href = url;
  // By this name the container's own loader knows that the style sheet is there.
  element.dataset.href = fileName(url);
  return element;
}

function fileName(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

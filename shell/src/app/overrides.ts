// Micro-frontends on a developer's machine in the place of released ones, in this page view alone: `?mfe-order=http://localhost:3102`. Rendered in the
// browser only, since the shell's server cannot reach that machine, and must not run what a link names.
import type { Manifest } from '@arcade/mfe-kit/manifest';
import { showBadge } from './badge.ts';
import { describeRelease } from './describe-release.ts';
import type { ReleaseSet } from './release-set.ts';

export interface Overridden {
  readonly set: ReleaseSet;
  /** Asks the shop with the text of operations that are registered nowhere yet. */
  readonly fetch: typeof fetch;
}

export async function override(
  overrides: Readonly<Record<string, string>>,
  set: ReleaseSet,
): Promise<Overridden> {
  showOverrides(overrides);
  const manifests = await Promise.all(
    Object.entries(overrides).map(async ([unit, origin]) => ({
      origin,
      manifest: await manifestAt(unit, origin),
    })),
  );
  const replaced = manifests.map(
    ({ origin, manifest }) => [manifest.unit, { ...describeRelease(manifest), origin }] as const,
  );
  const operations = new Map(manifests.flatMap(({ manifest }) => Object.entries(manifest.operations)));
  return {
    set: { units: { ...set.units, ...Object.fromEntries(replaced) } },
    fetch: (address, init) => {
      const asked = JSON.parse(String(init?.body));
      const query = operations.get(asked.extensions?.persistedQuery?.sha256Hash);
      const headers = { ...Object.fromEntries(new Headers(init?.headers)), 'arcade-override': '1' };
      return fetch(address, { ...init, headers, body: JSON.stringify({ ...asked, query }) });
    },
  };
}

async function manifestAt(unit: string, origin: string): Promise<Manifest> {
  const address = `${origin}/manifest.json`;
  const response = await fetch(address, { cache: 'no-store' }).catch((error: unknown) => {
    throw new Error(`${address} cannot be read; is it served, with CORS?`, { cause: error });
  });
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  const manifest: Manifest = await response.json();
  if (manifest.unit !== unit) throw new Error(`${address} is of ${manifest.unit}, not of ${unit}.`);
  return manifest;
}

function showOverrides(overrides: Readonly<Record<string, string>>): void {
  const leave = new URL(location.href);
  for (const unit of Object.keys(overrides)) leave.searchParams.delete(unit);
  const link = document.createElement('a');
  link.href = leave.href;
  link.textContent = 'Back to what is released';
  link.style.color = 'inherit';
  const lines = Object.entries(overrides).map(([unit, origin]) => `${unit} from ${origin}`);
  showBadge('overrides', [...lines, link]);
}

/** Says in the badge why there is no shop to be seen. */
export function showFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  document.querySelector('[data-overrides]')?.prepend(message, document.createElement('br'));
}

// The federation runtime as a host uses it, with its loading of entries replaced by our own on both sides: it has no timeout and no
// integrity check, and it remembers entries that were wrong.
import {
  loadRemote,
  type ModuleFederationRuntimePlugin,
  registerPlugins,
  registerRemotes,
} from '@module-federation/runtime';
import type { RemoteEntryExports } from '@module-federation/runtime/types';

/** What a remote entry defines: `get` and `init`. */
function isContainer(value: unknown): value is RemoteEntryExports {
  return (
    typeof value === 'object' &&
    value !== null &&
    'get' in value &&
    typeof value.get === 'function' &&
    'init' in value &&
    typeof value.init === 'function'
  );
}

/** Loads the entry of a container, or throws. What it gives is checked to be a container. */
export type LoadEntry = (container: string, address: string) => Promise<unknown>;

export function installEntryLoader(loadEntry: LoadEntry): void {
  const plugin: ModuleFederationRuntimePlugin = {
    name: 'arcade-entry-loader',
    async loadEntry({ remoteInfo: { name, entry } }) {
      const container = await loadEntry(name, entry);
      if (!isContainer(container)) throw new Error(`${entry} does not define the container ${name}.`);
      return container;
    },
  };
  registerPlugins([plugin]);
}

const registered = new Set<string>();

/** Makes a container known by the address of its entry. To be called before the entry is loaded: it forgets what an earlier attempt has left. */
export function registerContainer(container: string, address: string): void {
  if (registered.has(container)) return;
  registerRemotes([{ name: container, entry: address, type: 'var' }], { force: true });
  registered.add(container);
}

/** The next attempt starts anew: the runtime would remember an entry that was wrong. */
export function forgetContainer(container: string): void {
  registered.delete(container);
}

/** The module of a page, a slot or the actions. */
export async function loadExposed(container: string, name: string): Promise<unknown> {
  const loaded = await loadRemote<unknown>(`${container}/${name}`, { from: 'runtime' });
  if (loaded === null || loaded === undefined) throw new Error(`${container} has no module ${name}.`);
  return loaded;
}

// The federation runtime as a host uses it, with its loading of entries replaced by our own on both sides: it has no timeout and no
// integrity check, and it remembers entries that were wrong.
import {
  getInstance,
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

/** Makes a container known by the address of its entry. To be called before the entry is loaded. */
export function registerContainer(container: string, address: string): void {
  if (registered.has(container)) return;
  registerRemotes([{ name: container, entry: address, type: 'var' }]);
  registered.add(container);
}

/**
 * Nothing is left of a container, so that it leaves memory and the next attempt starts anew. The runtime has no public way for that, and what its
 * own one (`registerRemotes` with `force`) leaves behind grows with each release. A page that is being rendered with it goes on.
 */
export function forgetContainer(container: string): void {
  const host = getInstance();
  if (!host || !registered.delete(container)) return;
  const { remotes } = host.options;
  const place = remotes.findIndex(({ name }) => name === container);
  const [remote] = place < 0 ? [] : remotes.splice(place, 1);
  host.moduleCache.delete(container);
  for (const [id, { name }] of Object.entries(host.remoteHandler.idToRemoteMap)) {
    if (name === container) delete host.remoteHandler.idToRemoteMap[id];
  }
  if (remote && 'entry' in remote)
    delete globalThis.__GLOBAL_LOADING_REMOTE_ENTRY__[`${container}:${remote.entry}`];

  // The container is a host of its own, with a share scope that it has from the shell.
  const { __INSTANCES__: instances, __SHARE__: scopes } = globalThis.__FEDERATION__;
  for (const instance of instances.filter(({ name }) => name === container)) {
    instances.splice(instances.indexOf(instance), 1);
    delete scopes[instance.options.id ?? ''];
  }
  for (const versions of Object.values(host.shareScopeMap).flatMap((scope) => Object.values(scope))) {
    for (const shared of Object.values(versions)) {
      shared.useIn = shared.useIn.filter((name) => name !== container);
    }
  }
}

/** The module of a page, a slot or the actions. */
export async function loadExposed(container: string, name: string): Promise<unknown> {
  const loaded = await loadRemote<unknown>(`${container}/${name}`, { from: 'runtime' });
  if (loaded === null || loaded === undefined) throw new Error(`${container} has no module ${name}.`);
  return loaded;
}

// What every container needs to run: the federation's bundler runtime. Each would bring a copy of its own (5 KB, brotli, and the time to run
// it); so it is part of the shell's build, and containers find it by this name: see webpack.ts.
import { createInstance } from '@module-federation/runtime';
import federation from '@module-federation/webpack-bundler-runtime';
// The shell exposes nothing, so its build leaves this part of the runtime out.
import { initContainerEntry } from '@module-federation/webpack-bundler-runtime/dist/initContainerEntry.js';

const containerRuntime = {
  ...federation,
  bundlerRuntime: {
    ...federation.bundlerRuntime,
    initContainerEntry,
    init({
      webpackRequire,
    }: {
      webpackRequire: { federation: { initOptions: Parameters<typeof createInstance>[0] } };
    }) {
      return createInstance(webpackRequire.federation.initOptions);
    },
  },
};

Object.assign(globalThis, { ARCADE_CONTAINER_RUNTIME: containerRuntime });

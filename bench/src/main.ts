// `npm run bench -w bench -- <name> [options]`
const benches: Record<string, () => Promise<(args: string[]) => Promise<void>>> = {
  'page-speed': async () => (await import('./page-speed.ts')).pageSpeed,
  releases: async () => (await import('./releases/releases-bench.ts')).releasesBench,
  rollback: async () => (await import('./rollback.ts')).rollbackBench,
  router: async () => (await import('./router/router-bench.ts')).routerBench,
  search: async () => (await import('./search.ts')).searchBench,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(
    `There is no bench ${JSON.stringify(name)}. Name one of: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}
await (await bench())(args);

// Makes this a module: what it imports, it imports when it is asked for.
export {};

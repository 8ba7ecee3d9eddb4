// What a container loads later by itself (`import()`) is verified like everything else of its release: the shell knows the integrity values, and webpack's
// loader asks for them here.
import type { Compiler } from 'webpack';

/** By absolute address; filled by the shell: see browser-modules.ts there. */
const values = 'self.ARCADE_INTEGRITY';

export class ChunkIntegrityPlugin {
  apply(compiler: Compiler): void {
    const { LoadScriptRuntimeModule } = compiler.webpack.runtime;
    compiler.hooks.thisCompilation.tap('ChunkIntegrityPlugin', (compilation) => {
      LoadScriptRuntimeModule.getCompilationHooks(compilation).createScript.tap(
        'ChunkIntegrityPlugin',
        (source) => `${source}
var integrity = (${values} || {})[url];
// The browser verifies only what it may read, which matters where files come from another origin.
if (integrity) { script.integrity = integrity; script.crossOrigin = 'anonymous'; }`,
      );
    });
  }
}

/**
 * Runs the server's files of a release, CommonJS, without a place in node's module cache. What is loaded there stays for as long as the process lives,
 * with its parent's list of children pointing to it; releases come and go.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { compileFunction } from 'node:vm';

// V8 keeps compiled scripts by their text for minutes, in case that somebody compiles the same once more: half a megabyte for each release,
// whose files are compiled once. Measured by many-releases.ts.
setFlagsFromString('--no-compilation-cache');

/** @returns what the entry has exported */
export function runRelease(entry: string): unknown {
  const modules = new Map<string, { exports: unknown }>();
  const run = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const ofNode = createRequire(file);
    const require = (id: string): unknown =>
      id.startsWith('.') ? run(resolve(dirname(file), id)) : ofNode(id);
    const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
    try {
      compileFunction(readFileSync(file, 'utf8'), parameters, { filename: file })(
        module.exports,
        require,
        module,
        file,
        dirname(file),
      );
    } catch (error) {
      modules.delete(file);
      throw error;
    }
    return module.exports;
  };
  return run(entry);
}

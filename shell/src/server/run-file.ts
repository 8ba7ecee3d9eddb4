/**
 * Runs a CommonJS file without a place in node's module cache. What is loaded by `require` stays there for as long as the process lives, with its
 * parent's list of children pointing to it; releases come and go.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { compileFunction } from 'node:vm';

// V8 keeps compiled scripts by their text for minutes, in case that somebody compiles the same once more: half a megabyte for each release,
// whose chunks are compiled once. Measured in many-releases.ts.
setFlagsFromString('--no-compilation-cache');

/** @returns what the file has exported */
export async function runFile(file: string): Promise<unknown> {
  const run = compileFunction(
    await readFile(file, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname'],
    { filename: file },
  );
  const module = { exports: {} };
  run(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

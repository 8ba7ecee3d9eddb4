/**
 * Runs a CommonJS file without a place in node's module cache. What is loaded by `require` stays there for as long as the process lives, with its
 * parent's list of children pointing to it; releases come and go.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';

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

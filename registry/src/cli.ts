#!/usr/bin/env node
// `arcade`: releases from the command line, over the registry's API.
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { readArguments, usage, WrongUsage } from './cli/arguments.ts';
import { NotBuilt, Refused, registryClient, Unreachable } from './cli/client.ts';
import { commands } from './cli/commands.ts';
import { findRegistry } from './cli/place.ts';
import { bad, findingsList } from './cli/print.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wantsJson = process.argv.includes('--json');

process.exitCode = await run().catch(explain);

async function run(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  const command = commands[asked.command ?? ''];
  if (asked.help || !command) {
    console[asked.help ? 'log' : 'error'](usage);
    return asked.help ? 0 : 2;
  }
  const registry = registryClient(await findRegistry(root));
  const { json, text, failed = false } = await command({ registry, root, asked });
  console.log(asked.json ? JSON.stringify(json, null, 2) : text);
  return failed ? 1 : 0;
}

/** One line that says what to do; the code for programs, the findings for people. */
function explain(error: unknown): number {
  const known: [Error, string, number] | undefined =
    error instanceof WrongUsage
      ? [error, 'USAGE', 2]
      : error instanceof Unreachable
        ? [error, 'REGISTRY_UNREACHABLE', 3]
        : error instanceof NotBuilt
          ? [error, 'NOT_BUILT', 1]
          : error instanceof Refused
            ? [error, error.code, 1]
            : undefined;
  if (!known) throw error;
  const [{ message }, code, exit] = known;
  const findings = error instanceof Refused ? error.findings : [];
  if (wantsJson)
    console.error(JSON.stringify({ code, message: stripVTControlCharacters(message), findings }));
  else console.error([bad(message), ...(findings.length > 0 ? [findingsList(findings)] : [])].join('\n'));
  return exit;
}

// One run of `arcade`: from what was written to what is printed and how it ends.
import { stripVTControlCharacters } from 'node:util';
import { readArguments, usage, WrongUsage } from './arguments.ts';
import { NotBuilt } from './built.ts';
import { type Place, Refused, registryClient, Unreachable } from './client.ts';
import { commands } from './commands.ts';
import { bad, findingsList } from './print.ts';

export interface Run {
  code: number;
  /** For standard output. */
  said: string;
  /** For standard error. */
  complained: string;
}

/** `root`: the folder of the project; `findRegistry` is asked only when the arguments are good. */
export async function arcade(
  args: string[],
  { root, findRegistry }: { root: string; findRegistry: (root: string) => Promise<Place> },
): Promise<Run> {
  try {
    const asked = readArguments(args);
    const command = commands[asked.command ?? ''];
    if (asked.help) return { code: 0, said: usage, complained: '' };
    if (!command) return { code: 2, said: '', complained: usage };
    const registry = registryClient(await findRegistry(root));
    const { json, text, failed = false } = await command({ registry, root, asked });
    return { code: failed ? 1 : 0, said: asked.json ? JSON.stringify(json, null, 2) : text, complained: '' };
  } catch (error) {
    return explain(error, args.includes('--json'));
  }
}

/** One line that says what to do; a code for programs, the findings for people. */
function explain(error: unknown, asJson: boolean): Run {
  const { message, code, exit } = known(error);
  const findings = error instanceof Refused ? error.findings : [];
  const text = [bad(message), ...(findings.length > 0 ? [findingsList(findings)] : [])].join('\n');
  const json = JSON.stringify({ code, message: stripVTControlCharacters(message), findings });
  return { code: exit, said: '', complained: asJson ? json : text };
}

function known(error: unknown): { message: string; code: string; exit: number } {
  if (error instanceof Refused) return { message: error.message, code: error.code, exit: 1 };
  if (error instanceof NotBuilt) return { message: error.message, code: 'NOT_BUILT', exit: 1 };
  if (error instanceof WrongUsage) return { message: error.message, code: 'USAGE', exit: 2 };
  if (error instanceof Unreachable) return { message: error.message, code: 'REGISTRY_UNREACHABLE', exit: 3 };
  throw error;
}

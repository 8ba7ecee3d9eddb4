// What may be written after `arcade`.
import { parseArgs } from 'node:util';

export const usage = `arcade <command>

  release <unit>…                builds, checks and publishes; nobody gets it yet
      --traffic 10               … and deploys it
      --built                    takes <unit>/dist as it is
      --folder <folder>          takes another folder as it is
  deploy <unit>[@<version>]      gives a release its share of the visitors; without a version the one published last
      --traffic 10               percent; without it everybody
      --to 100 --every 10m       doubles the share so often while the release is healthy
      --force --reason "…"       although its check fails
  promote <unit>[@<version>]     the candidate becomes stable
  rollback <unit>                takes the candidate away, else brings back the stable release before
  status [<unit>]                who gets what, and how candidates fare
  log [<unit>] [--limit 20]      who did what, when and why
  diff <unit>[@<version>] [<unit>@<version>]
                                 what a release has that the stable one, or another, has not
  check <unit> [--folder …]      may what was built be deployed?

  --reason "…" goes into the log with every act, --json prints what the registry answers.
  The registry is that of the running shop (DATA_DIR), or REGISTRY_URL with REGISTRY_TOKEN.
  Ends with 0 when done, 1 when refused, 2 when asked wrongly, 3 when no registry answers.`;

export class WrongUsage extends Error {}

export type Arguments = ReturnType<typeof readArguments>;

export function readArguments(args: string[]) {
  const { values, positionals } = parse(args);
  const { traffic, to, every, limit, ...rest } = values;
  const [command, ...targets] = positionals;
  return {
    ...rest,
    command,
    targets: targets.map(readTarget),
    traffic: traffic === undefined ? undefined : share('--traffic', traffic),
    to: to === undefined ? undefined : share('--to', to),
    everyMs: every === undefined ? undefined : milliseconds(every),
    limit: limit === undefined ? undefined : wholeNumber('--limit', limit),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        traffic: { type: 'string' },
        to: { type: 'string' },
        every: { type: 'string' },
        force: { type: 'boolean' },
        reason: { type: 'string' },
        built: { type: 'boolean' },
        folder: { type: 'string' },
        'if-new': { type: 'boolean' },
        limit: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

export interface Target {
  unit: string;
  version: string | undefined;
}

/** `mfe-order`, `mfe-order@a1b2c3`, `subgraphs/catalog@latest` */
function readTarget(text: string): Target {
  const [, unit, version] = /^([a-z][a-z0-9/-]*)(?:@([A-Za-z0-9][A-Za-z0-9._-]*))?$/.exec(text) ?? [];
  if (unit === undefined) throw new WrongUsage(`${text} is no unit: write mfe-order or mfe-order@<version>.`);
  return { unit, version };
}

function share(option: string, text: string): number {
  if (!/^\d+(\.\d+)?%?$/.test(text))
    throw new WrongUsage(`${option} ${text}: write percent of visitors, such as 10.`);
  return Number.parseFloat(text);
}

function milliseconds(text: string): number {
  const [, number, unit] = /^(\d+)(s|m|h)$/.exec(text) ?? [];
  if (number === undefined) throw new WrongUsage(`--every ${text}: write 30s, 10m or 2h.`);
  return Number(number) * (unit === 'h' ? 3_600_000 : unit === 'm' ? 60_000 : 1_000);
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new WrongUsage(`${option} ${text}: write a whole number.`);
  return Number(text);
}

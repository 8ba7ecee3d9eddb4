// A browser for the end-to-end tests: Playwright's own, the system's, or one that can be installed now.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

export function findChromium(root: string): string {
  return find() ?? install(root) ?? fail();
}

/** CHROMIUM names one outright. */
function find(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [
    process.env.CHROMIUM,
    chromium.executablePath(),
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...applications,
  ];
  return candidates.find((file) => file && isExecutable(file));
}

function install(root: string): string | undefined {
  console.log('No Chromium found; installing one …');
  const attempts: Array<[command: string, args: string[]]> = [
    [path.join(root, 'node_modules/.bin/playwright'), ['install', 'chromium']],
  ];
  if (process.getuid?.() === 0)
    attempts.push(['apt-get', ['update', '-q']], ['apt-get', ['install', '-qy', 'chromium']]);
  for (const [command, args] of attempts) {
    spawnSync(command, args, {
      stdio: 'ignore',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const found = find();
    if (found) return found;
  }
  return undefined;
}

function fail(): never {
  throw new Error(
    'The end-to-end tests need a Chromium and none could be installed: run `npx playwright install --with-deps chromium`, or set CHROMIUM to the path of one.',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What `npm start` of the package in `folder` gives Node: the router's options of V8 are its own business. */
export function startArguments(folder: string): string[] {
  const { scripts }: { scripts: { start: string } } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  return scripts.start.split(' ').slice(1);
}

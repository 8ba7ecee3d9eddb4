/** When are two answers the same? */
import { canonical } from './data.ts';

export type Path = readonly (string | number)[];

export interface Answered {
  data?: unknown;
  errors?: readonly { message: string; path?: Path | undefined }[];
}

/** The longest part of the path that the data holds. */
export function nullAt(data: unknown, path: Path): Path {
  let value = data;
  let at = 0;
  while (at < path.length && value !== null && typeof value === 'object') {
    value = Object(value)[path[at] ?? ''];
    at++;
  }
  return path.slice(0, at);
}

/**
 * The nulls that the errors explain. An error below a non-null field takes that field's parents along, and which of several errors
 * is then told depends on who came first, in the specification too.
 */
const explained = ({ data, errors = [] }: Answered): string[] =>
  [
    ...new Set(errors.map(({ path }) => (path ? JSON.stringify(nullAt(data ?? null, path)) : 'no path'))),
  ].sort();

/**
 * What is wrong with an answer, in words; nothing when it is right. `all` are the paths of all errors that can occur.
 */
export function difference(answer: Answered, right: Answered, all: readonly Path[]): string | undefined {
  const data = answer.data ?? null;
  const expected = right.data ?? null;
  if (canonical(data) !== canonical(expected)) return 'data';
  if (JSON.stringify(data) !== JSON.stringify(expected)) return 'order of the data';
  const got = explained(answer);
  const wanted = explained(right);
  if (JSON.stringify(got) !== JSON.stringify(wanted)) {
    return `errors: explained are ${got.join(' ')}, to be explained are ${wanted.join(' ')}`;
  }
  const known = new Set(all.map((path) => JSON.stringify(path)));
  const stray = (answer.errors ?? []).find(({ path }) => !known.has(JSON.stringify(path)));
  return stray ? `errors: nothing can fail at ${JSON.stringify(stray.path)}` : undefined;
}

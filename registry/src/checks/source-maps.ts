// Source maps (ECMA-426) without `sourcesContent` name files and lines; with it they are the source code.
import { z } from 'zod';

export interface Exposed {
  readonly line: number;
  readonly message: string;
}

/** A map that a comment points to is a file of the release and looked at as such, or not in the release at all. */
export function sourcesIn(file: string, text: string): Exposed[] {
  if (file.endsWith('.map')) return said(1, sourcesOf(text));
  return text.split('\n').flatMap((line, index) => {
    const [, encoding, data = ''] = /[#@]\s?sourceMappingURL=data:([^,]*),([^\s*'"]+)/.exec(line) ?? [];
    if (encoding === undefined) return [];
    const map = encoding.endsWith(';base64') ? Buffer.from(data, 'base64').toString('utf8') : decoded(data);
    return said(index + 1, sourcesOf(map));
  });
}

function said(line: number, sources: readonly string[]): Exposed[] {
  const more = sources.length > 3 ? ` and ${sources.length - 3} more` : '';
  return sources.length > 0
    ? [
        {
          line,
          message: `holds the source code of ${sources.slice(0, 3).join(', ')}${more} in a source map.`,
        },
      ]
    : [];
}

const names = z.array(z.string().nullable());
const mapSchema = z.object({ sources: names.default([]), sourcesContent: names.default([]) });
const documentSchema = z.union([
  z.object({ sections: z.array(z.object({ map: mapSchema })) }),
  mapSchema.transform((map) => ({ sections: [{ map }] })),
]);

function sourcesOf(text: string): string[] {
  const map = documentSchema.safeParse(json(text));
  if (!map.success) return [];
  return map.data.sections.flatMap(({ map: { sources, sourcesContent } }) =>
    sourcesContent.flatMap((content, index) => (content ? (sources[index] ?? 'a file without a name') : [])),
  );
}

/** A map may begin with a line that keeps scripts from including it: )]}' */
function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, ''));
  } catch {
    return undefined;
  }
}

function decoded(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}

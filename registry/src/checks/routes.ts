// No two pages answer to the same address. The shell (release-set.ts there) tries patterns with fewer parameters first, so a
// literal wins over a parameter; between two with equally many, the order of the units' names would decide.
import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { Finding, World } from './finding.ts';
import { setsWith } from './release-sets.ts';

interface Page {
  readonly unit: string;
  readonly version: string;
  readonly name: string;
  readonly path: string;
}

export function checkRoutes(candidate: Manifest, world: World): Finding[] {
  const own = pagesOf(candidate);
  const others = setsWith(candidate, world).flatMap(({ after }) =>
    after.filter((one) => one !== candidate).flatMap(pagesOf),
  );
  const pairs = own.flatMap((page, index) =>
    [...own.slice(index + 1), ...others].map((other) => ({ page, other })),
  );
  const found = pairs.flatMap(({ page, other }) => collision(page, other));
  return [...new Map(found.map((finding) => [finding.message, finding])).values()];
}

function pagesOf({ unit, version, pages }: Manifest): Page[] {
  return Object.entries(pages).map(([name, { path }]) => ({ unit, version, name, path }));
}

function collision(page: Page, other: Page): Finding[] {
  const address = commonAddress(page.path, other.path);
  if (address === undefined) return [];
  const about = { check: 'routes', unit: page.unit, release: page.version } as const;
  const both = `${page.path} (${page.name}) and ${other.path} (${other.name} of ${other.unit} ${other.version})`;
  if (parameters(page.path) === parameters(other.path)) {
    return [
      {
        ...about,
        severity: 'refusal',
        message: `${both} both answer to ${address}, and nothing tells which of them is meant.`,
        remedy: `Give ${page.name} a path of its own in mfe.config.ts, such as one that begins with another word.`,
      },
    ];
  }
  if (page.unit === other.unit) return [];
  const [winner, loser] = parameters(page.path) < parameters(other.path) ? [page, other] : [other, page];
  return [
    {
      ...about,
      severity: 'warning',
      message: `${both} both answer to ${address}: ${winner.name} has fewer parameters and gets it, ${loser.name} never does.`,
      remedy: `See that ${loser.unit} has nothing at ${address}, or take another path.`,
    },
  ];
}

/** As the shell counts them. */
const parameters = (path: string) => path.split(/[:*]/).length;

/** An address that both patterns match; they are in regexparam's syntax, which does not look at case. */
export function commonAddress(a: string, b: string): string | undefined {
  const segments = common(segmentsOf(a), segmentsOf(b));
  return segments && `/${segments.join('/')}`;
}

const segmentsOf = (path: string) => path.toLowerCase().split('/').filter(Boolean);

function common(a: readonly string[], b: readonly string[]): string[] | undefined {
  const [first, ...rest] = a;
  const [other, ...otherRest] = b;
  if (first === undefined && other === undefined) return [];
  if (first !== undefined && isOptional(first)) {
    return common(rest, b) ?? common([first.replace('?', ''), ...rest], b);
  }
  if (other !== undefined && isOptional(other)) return common(b, a);
  // At the end a wildcard also takes what is between the last slash and nothing.
  if ((first === '*' && a.length === 1 && !other) || (other === '*' && b.length === 1 && !first)) return [''];
  if (first === undefined || other === undefined) return undefined;
  const segment = commonSegment(first, other);
  if (segment === undefined) return undefined;
  // A wildcard takes as many as there are.
  const further =
    common(rest, otherRest) ??
    (first === '*' ? common(a, otherRest) : undefined) ??
    (other === '*' ? common(rest, b) : undefined);
  return further && [segment, ...further];
}

const isOptional = (segment: string) => /^[:*].*\?/.test(segment);

function commonSegment(a: string, b: string): string | undefined {
  if (a === b && !/^[:*]/.test(a)) return a;
  if (!/^[:*]/.test(a)) return /^[:*]/.test(b) ? commonSegment(b, a) : undefined;
  // `:name.svg` takes what ends so; of a wildcard or a plain parameter the ending is empty.
  const ending = /\..*$/.exec(a)?.[0] ?? '';
  if (!/^[:*]/.test(b)) return b.length > ending.length && b.endsWith(ending) ? b : undefined;
  const otherEnding = /\..*$/.exec(b)?.[0] ?? '';
  const [long, short] = ending.length > otherEnding.length ? [ending, otherEnding] : [otherEnding, ending];
  return long.endsWith(short) ? `x${long}` : undefined;
}

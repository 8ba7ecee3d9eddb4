// Every slot that a page or the shell names is offered by one unit, and what crosses its border fits, in every release set that
// visitors get.
import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { Finding, ShellRelease, World } from './finding.ts';
import { releaseSets, setsWith } from './release-sets.ts';
import { misfits } from './shapes.ts';

export function checkSlots(candidate: Manifest, world: World): Finding[] {
  const problems = setsWith(candidate, world).flatMap(({ before, after }) => {
    const known = new Set(problemsOf(before, world.shell).map(({ message }) => message));
    // Others' old sorrows are not this release's.
    return problemsOf(after, world.shell).filter(
      ({ between, message }) => between.includes(candidate.unit) || !known.has(message),
    );
  });
  return findings(problems, candidate.unit, candidate.version);
}

/** Of a shell that is to be released: its layout names slots too. */
export function checkShellSlots(shell: ShellRelease, world: World): Finding[] {
  const problems = releaseSets(world).flatMap((set) => problemsOf(set, shell));
  return findings(
    problems.filter(({ between }) => between.includes('shell')),
    'shell',
    shell.version,
  );
}

interface Problem {
  /** The units that it is about. */
  readonly between: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

function findings(problems: readonly Problem[], unit: string, release: string): Finding[] {
  const each = new Map(problems.map((problem) => [problem.message, problem]));
  return [...each.values()].map(({ message, remedy }) => ({
    check: 'slots',
    severity: 'refusal',
    unit,
    release,
    message,
    remedy,
  }));
}

function problemsOf(set: readonly Manifest[], shell: ShellRelease | undefined): Problem[] {
  const users = shell ? [{ unit: 'shell', version: shell.version, uses: shell.uses }, ...set] : set;
  return users.flatMap((user) =>
    Object.entries(user.uses).flatMap(([slot, use]) => {
      const offering = set.filter(({ slots }) => Object.hasOwn(slots, slot));
      const [provider] = offering;
      if (!provider) return notOffered(slot, user);
      if (offering.length > 1) return offeredTwice(slot, offering);
      return borderProblems(slot, user, use, provider);
    }),
  );
}

type Release = Pick<Manifest, 'unit' | 'version'>;

const name = ({ unit, version }: Release) => `${unit} ${version}`;

function notOffered(slot: string, user: Release): Problem {
  return {
    between: [user.unit],
    message: `${name(user)} names the slot ${slot}, which nobody would offer.`,
    remedy: `Release a unit that offers ${slot} first; or take ${slot} out of \`uses\` in the mfe.config.ts of ${user.unit} and release that first.`,
  };
}

function offeredTwice(slot: string, offering: readonly Release[]): Problem {
  return {
    between: offering.map(({ unit }) => unit),
    message: `The slot ${slot} would be offered by ${offering.map(name).join(' and ')}: which of them fills it would be chance.`,
    remedy: 'Offer it under a name of its own, or release the other without it first.',
  };
}

function borderProblems(
  slot: string,
  user: Release,
  use: Manifest['uses'][string],
  provider: Manifest,
): Problem[] {
  const offered = provider.slots[slot];
  if (!offered) return [];
  const between = [user.unit, provider.unit];
  const inward = misfits(use.input, offered.input);
  const outward = misfits(offered.output ?? {}, use.output ?? {});
  return [
    ...said(inward, {
      between,
      message: `What ${name(user)} gives to the slot ${slot} does not fit what ${name(provider)} takes`,
      remedy: `Let ${provider.unit} do without it (\`string?\` instead of \`string\`) until every release of ${user.unit} gives it, or release ${user.unit} first.`,
    }),
    ...said(outward, {
      between,
      message: `What ${name(provider)} tells from the slot ${slot} does not fit what ${name(user)} expects`,
      remedy: `Let ${provider.unit} tell it as before; or let ${user.unit} do without it (\`string?\` instead of \`string\`) and release that first.`,
    }),
  ];
}

function said(wrong: readonly string[], problem: Problem): Problem[] {
  return wrong.length > 0 ? [{ ...problem, message: `${problem.message}: ${wrong.join('; ')}.` }] : [];
}

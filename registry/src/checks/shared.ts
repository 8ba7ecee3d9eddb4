// The modules of which a page holds one copy: what a release was built against, the shell provides.
import type { Manifest } from '@arcade/mfe-kit/manifest';
import semver from 'semver';
import type { Affected, Finding, ShellRelease, World } from './finding.ts';

type Requiring = Pick<Manifest, 'unit' | 'version' | 'shared'>;

export function checkShared(candidate: Requiring, { shell }: World): Finding[] {
  if (!shell) return [];
  return unmet(candidate, shell).map(({ message, remedy }) => ({
    check: 'shared',
    severity: 'refusal',
    unit: candidate.unit,
    release: candidate.version,
    message,
    remedy,
  }));
}

/** Of a shell that is to be released: what the live releases were built against has to stay. */
export function checkProvided(shell: ShellRelease, { live, recallable }: World): Finding[] {
  const all = [...live, ...recallable.map((manifest) => ({ manifest, traffic: 0 }))];
  const problems = new Map<string, { message: string; affects: Affected[] }>();
  for (const { manifest, traffic } of all) {
    for (const { message } of unmet(manifest, shell)) {
      const affects = problems.get(message)?.affects ?? [];
      const { unit, version: release } = manifest;
      if (!affects.some((one) => one.unit === unit && one.release === release)) {
        problems.set(message, { message, affects: [...affects, { unit, release, traffic }] });
      }
    }
  }
  return [...problems.values()].map(({ message, affects }) => ({
    check: 'shared',
    severity: 'refusal',
    unit: 'shell',
    release: shell.version,
    message: `${message} Built so: ${affects.map(({ unit, release }) => `${unit} ${release}`).join(', ')}.`,
    remedy:
      'Provide a version within the range. For another major version, release the micro-frontends with a range that holds both first.',
    affects,
  }));
}

function unmet({ shared }: Requiring, shell: ShellRelease): { message: string; remedy: string }[] {
  return Object.entries(shared).flatMap(([request, { requiredVersion, singleton }]) => {
    const provided = Object.hasOwn(shell.shared, request) ? shell.shared[request] : undefined;
    const needs = `It needs ${request} ${requiredVersion}`;
    if (semver.validRange(requiredVersion) === null) {
      return {
        message: `${needs}, which is no range of versions.`,
        remedy: 'Write it as npm does: ^19.2.0.',
      };
    }
    if (provided === undefined) {
      return singleton
        ? {
            message: `${needs} as the only copy in the page, but the shell (${shell.version}) does not provide it.`,
            remedy: `Release a shell that shares ${request} first, or bundle it.`,
          }
        : [];
    }
    // Also where it asks for no singleton: the shell's copy is in the page, and a second React breaks both.
    return semver.satisfies(provided, requiredVersion)
      ? []
      : {
          message: `${needs}, but the shell (${shell.version}) provides ${provided}.`,
          remedy: `Install ${request.replace(/^(@[^/]+\/[^/]+|[^/]+).*$/, '$1')} ${provided} in the workspace and build again; or release a shell that provides ${requiredVersion} first.`,
        };
  });
}

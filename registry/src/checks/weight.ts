// What the browser loads for each page and slot of a unit: against the budget, and against the release before.
import type { Manifest } from '@arcade/mfe-kit/manifest';
import type { Finding, World } from './finding.ts';

export function checkWeight(candidate: Manifest, { live, budget }: World): Finding[] {
  const about = { check: 'weight', unit: candidate.unit, release: candidate.version } as const;
  const before = live
    .filter(({ manifest }) => manifest.unit === candidate.unit && manifest.version !== candidate.version)
    .toSorted((a, b) => b.traffic - a.traffic)[0]?.manifest;
  const weightsBefore = before && weights(before);
  return [...weights(candidate)].flatMap(([entry, { bytes, heaviest }]): Finding[] => {
    const heavy = heaviest && { file: heaviest };
    if (bytes > budget.entryKb * 1024) {
      const over = kib(bytes - budget.entryKb * 1024);
      return [
        {
          ...about,
          severity: 'refusal',
          ...heavy,
          message: `${entry} weighs ${kib(bytes)} (brotli), ${over} over its budget of ${budget.entryKb} KiB. Its heaviest file is ${heaviest}.`,
          remedy:
            'Look what came in (webpack --profile --json), and load what the first view does not need later, by import().',
        },
      ];
    }
    const was = weightsBefore?.get(entry)?.bytes;
    if (before === undefined || was === undefined) return [];
    const percent = Math.round((bytes / was - 1) * 100);
    if (bytes - was <= budget.growthKb * 1024 || percent <= budget.growthPercent) return [];
    return [
      {
        ...about,
        severity: 'warning',
        ...heavy,
        message: `${entry} grows by ${percent} %, from ${kib(was)} in ${before.version} to ${kib(bytes)} (brotli). Its heaviest file is ${heaviest}.`,
        remedy: `See whether that is meant: a growth of up to ${budget.growthPercent} % or ${budget.growthKb} KiB is not mentioned.`,
      },
    ];
  });
}

/** By page or slot: the container's entry and all that the module needs besides. */
function weights({ entry, exposes, files }: Manifest) {
  const size = (file: string) => files[file]?.brotliSize ?? 0;
  return new Map(
    Object.entries(exposes).map(([expose, { js, css }]) => {
      const needed = [entry.client, ...js, ...css].toSorted((a, b) => size(b) - size(a));
      const bytes = needed.reduce((sum, file) => sum + size(file), 0);
      return [expose.replace(/^\.\//, ''), { bytes, heaviest: needed[0] }];
    }),
  );
}

/** As people read it. */
export const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;

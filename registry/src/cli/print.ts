// What people read: tables, sentences, and colour where a terminal shows them.
import { stripVTControlCharacters, styleText } from 'node:util';
import type { CheckAnswer, DiffAnswer, UnitAnswer } from '../api.ts';
import type { Finding } from '../checks/finding.ts';
import { kib } from '../checks/weight.ts';
import { duration, fromCommit, percent, sentence, type Tones, when } from '../sentence.ts';
import type { Entry } from '../store.ts';

export const strong = (text: string) => styleText('bold', text);
export const faint = (text: string) => styleText('dim', text);
const good = (text: string) => styleText('green', text);
export const bad = (text: string) => styleText('red', text);
const careful = (text: string) => styleText('yellow', text);

const coloured: Tones = { good, careful, bad, faint };

export const told = (entry: Entry) => sentence(entry, coloured);

const width = (text: string) => stripVTControlCharacters(text).length;

/** Columns as wide as what is in them, those with nothing in them left out; nothing drawn around. */
export function table(head: string[], rows: string[][]): string {
  const all = [head.map(faint), ...rows];
  const used = head.map((_, column) => rows.some((row) => row[column]));
  const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .filter((_, column) => used[column])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function statusTable(units: UnitAnswer[]): string {
  if (units.length === 0) return 'Nothing was published yet: arcade release <unit>.';
  return table(
    ['unit', 'stable', 'visitors', 'candidate', 'visitors', 'ramp', 'published last'],
    units.map(({ unit, live, latest }) => [
      strong(unit),
      live ? good(live.stable.version) : faint('nobody has it'),
      live ? percent(live.stable.traffic) : '',
      live?.candidate ? careful(live.candidate.version) : '',
      live?.candidate ? percent(live.candidate.traffic) : '',
      live?.candidate?.ramp
        ? `doubles every ${duration(live.candidate.ramp.everyMs)} up to ${percent(live.candidate.ramp.to)}`
        : '',
      latest
        ? `${latest.version} ${faint(when(latest.publishedAt) + fromCommit(latest.commit))}${latest.passes ? '' : bad(' fails its check')}`
        : '',
    ]),
  );
}

export function logTable(entries: Entry[]): string {
  if (entries.length === 0) return 'Nothing was done yet.';
  return table(
    ['', 'when (UTC)', 'who', 'what', 'why'],
    entries
      .toReversed()
      .map((entry) => [
        faint(String(entry.number)),
        when(entry.at),
        entry.actor,
        told(entry),
        entry.reason ?? '',
      ]),
  );
}

export function findingsList(findings: readonly Finding[]): string {
  return findings
    .map(({ check, severity, operation, field, file, line, column, message, remedy }) => {
      const place = [file, line, column].filter((part) => part !== undefined).join(':');
      const subject = [operation, field, place].filter(Boolean).join(' · ');
      const mark = severity === 'refusal' ? bad('refused') : careful('warning');
      return `  ${mark} ${check}${subject && faint(` · ${subject}`)}\n    ${message}\n    ${faint('→')} ${remedy}`;
    })
    .join('\n');
}

export function checkResult({ unit, version, passes, findings }: CheckAnswer): string {
  const verdict = passes ? good('may be deployed') : bad('may not be deployed');
  return [
    `${strong(`${unit}@${version}`)} ${verdict}`,
    ...(findings.length > 0 ? [findingsList(findings)] : []),
  ].join('\n');
}

export function diffList({ unit, from, to, weight, ...changes }: DiffAnswer): string {
  const lines = Object.entries(changes).flatMap(([kind, { added, removed }]) => [
    ...removed.map((one) => `  ${bad('-')} ${kind}: ${one}`),
    ...added.map((one) => `  ${good('+')} ${kind}: ${one}`),
  ]);
  const growth = weight.to - weight.from;
  const sign = growth > 0 ? '+' : growth < 0 ? '−' : '±';
  return [
    `${strong(unit)} ${from} → ${to}`,
    ...(lines.length > 0 ? lines : ['  asks, offers and names the same']),
    // A subgraph has none.
    ...(weight.from + weight.to > 0
      ? [
          `  weight: ${kib(weight.from)} → ${kib(weight.to)} (${sign}${kib(Math.abs(growth))}, brotli, all of the browser's)`,
        ]
      : []),
  ].join('\n');
}

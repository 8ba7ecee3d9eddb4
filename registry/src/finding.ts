/** What a check has to say about a release. */
export interface Finding {
  check: 'operations' | 'schema' | 'routes' | 'slots' | 'shared' | 'weight' | 'files';
  /** A refusal keeps the release from visitors, unless somebody forces it and says why. */
  severity: 'refusal' | 'warning';
  unit: string;
  release: string;
  operation?: string;
  field?: string;
  file?: string;
  line?: number;
  column?: number;
  /** What is wrong. */
  message: string;
  /** What to do about it, for somebody who has never been here. */
  remedy: string;
}

export const isRefused = (findings: readonly Finding[]) =>
  findings.some(({ severity }) => severity === 'refusal');

// Prometheus' text format, as far as our services write it.
// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format

export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Only those of the names that are asked for: a page has hundreds of lines. */
export function samples(text: string, names: readonly string[]): Sample[] {
  return text.split('\n').flatMap((line): Sample[] => {
    const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
    return names.includes(name) ? [{ name, labels: labelsOf(labels), value: Number(value) }] : [];
  });
}

const escapes: Record<string, string> = { n: '\n' };

const labelsOf = (text: string) =>
  Object.fromEntries(
    Array.from(text.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g), ([, name = '', value = '']) => [
      name,
      value.replaceAll(/\\(.)/g, (_, one: string) => escapes[one] ?? one),
    ]),
  );

/** `@override(label:)`: a field that moves from one subgraph to another for a share of the requests. */
import type { Supergraph } from '@apollo/federation-internals';
import type { Identity } from '@arcade/subgraph-kit/statement';

/** Labels by the name of the field that they are on. */
export function overrideLabels({ schema }: Supergraph): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const type of [...schema.objectTypes(), ...schema.interfaceTypes()]) {
    for (const field of type.fields()) {
      for (const directive of field.appliedDirectivesOf('join__field')) {
        const label: unknown = directive.arguments().overrideLabel;
        if (typeof label !== 'string') continue;
        const known = labels.get(field.name) ?? new Set();
        labels.set(field.name, known.add(label));
      }
    }
  }
  return labels;
}

const PERCENT = /^percent\((\d{1,3}(?:\.\d+)?)\)$/;

/**
 * Whether a label is on: `percent(n)` for n in a hundred visitors, always the same ones and those of a larger share among them; for n
 * in a hundred requests of nobody. Any other label is off.
 */
export function isLabelOn(label: string, { visitor }: Identity): boolean {
  const [, percent] = PERCENT.exec(label) ?? [];
  if (percent === undefined) return false;
  return (visitor === undefined ? Math.random() * 100 : share(visitor)) < Number(percent);
}

/** 0 to 100, spread evenly: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), its bits mixed once more. */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return ((hash >>> 0) / 2 ** 32) * 100;
}

/** Subresource integrity values (W3C SRI), SHA-384 as everywhere in a release. */
import { createHash } from 'node:crypto';

export function integrityOf(content: Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

export class IntegrityError extends Error {
  override name = 'IntegrityError';
  readonly code = 'INTEGRITY_MISMATCH';
}

export function verify(content: Uint8Array, expected: string, what: string): void {
  const actual = integrityOf(content);
  if (actual !== expected) throw new IntegrityError(`${what}: expected ${expected}, got ${actual}`);
}

/** Signed cookie values: `<value>.<signature>`, HMAC-SHA256 in base64url. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export class Signer {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  sign(value: string): string {
    return `${value}.${this.#signature(value)}`;
  }

  /** The value, if we signed it. */
  unsign(signed: string): string | undefined {
    const dot = signed.lastIndexOf('.');
    const value = signed.slice(0, Math.max(dot, 0));
    const given = Buffer.from(signed.slice(dot + 1));
    const expected = Buffer.from(this.#signature(value));
    return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined;
  }

  #signature(value: string): string {
    return createHmac('sha256', this.#secret).update(value).digest('base64url');
  }
}

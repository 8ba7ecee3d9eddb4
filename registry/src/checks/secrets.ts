// Few patterns, each with a shape that nothing else has: a check that cries wolf is switched off.

export interface Secret {
  readonly kind: string;
  /** Enough to find it, too little to use it. */
  readonly shown: string;
  readonly line: number;
  readonly column: number;
}

const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  // RFC 7468; PKCS #1, PKCS #8, SEC 1 and OpenSSH. Code that only names the header has no base64 after it.
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\s|\\+[nr])*[A-Za-z0-9+/=]{16}/g],
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g],
  ['a Stripe key', /\b[sr]k_live_[A-Za-z0-9]{16,}/g],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/g],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  // Header and claims begin with {" in base64url. Without the third part it is not signed and proves nothing.
  ['a signed JSON Web Token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{20,}/g],
  [
    'an address with a password',
    /\b(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?):\/\/[\w.-]*:[^\s:/@$'"`<>{}]+@/g,
  ],
];

export function secretsIn(text: string): Secret[] {
  return patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const lines = text.slice(0, index).split('\n');
      return {
        kind,
        shown: `${found.split(/[\s\\]/)[0]?.slice(0, 12)}…`,
        line: lines.length,
        column: (lines.at(-1)?.length ?? 0) + 1,
      };
    }),
  );
}

import { expect, test } from 'vitest';
import { secretsIn } from './secrets.ts';

// Put together here, so that this file holds none itself.
const secrets: readonly (readonly [kind: string, text: string])[] = [
  ['a private key', `-----BEGIN ${'PRIVATE KEY'}-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n`],
  ['a private key', String.raw`"-----BEGIN RSA ${'PRIVATE KEY'}-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC"`],
  ['an AWS access key', `AKIA${'QWERTYUIOP234567'}`],
  ['a Stripe key', `sk_live_${'a1B2c3D4e5F6g7H8'}`],
  ['a GitHub token', `ghp_${'a1B2c3D4e5F6'.repeat(3)}`],
  ['an npm token', `npm_${'a1B2c3D4e5F6'.repeat(3)}`],
  [
    'a signed JSON Web Token',
    [{ alg: 'RS256', typ: 'JWT' }, { sub: 'someone' }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .concat('c2lnbmF0dXJlLW9mLXRoaXMtdG9rZW4')
      .join('.'),
  ],
  ['an address with a password', `postgres://shop:${'open-sesame'}@db.internal/shop`],
];

for (const [kind, text] of secrets) {
  test(`${kind} is seen in ${JSON.stringify(text.slice(0, 20))}…`, () => {
    expect(secretsIn(`const a = 1;\nconst b = ${JSON.stringify(text)};`)).toMatchObject([{ kind, line: 2 }]);
  });
}

test('what only speaks of secrets is none', () => {
  const harmless = [
    `if (text.startsWith("-----BEGIN ${'PRIVATE KEY'}-----")) parse(text)`,
    'const prefix = "AKIA"; const test = "sk_test_a1B2c3D4e5F6g7H8"; const live = "sk_live_";',
    'url = `postgres://$' + '{user}:$' + '{password}@db/shop`; other = "postgres://localhost:5432/shop"',
    'https://cdn.example/npm_modules/ghp_short.js',
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.',
    `sha384-${'Ab3'.repeat(21)}a`,
  ];
  for (const text of harmless) expect(secretsIn(text)).toEqual([]);
});

// For tests of `arcade`: a registry, and the command as a function of its arguments.
import { stripVTControlCharacters } from 'node:util';
import type { Finding } from '../checks/finding.ts';
import { build, secretOf, serve, temporaryFolder } from '../testing.ts';
import { arcade as runArcade } from './arcade.ts';

const noMaterial: Finding = {
  check: 'operations',
  severity: 'refusal',
  unit: 'mfe-order',
  release: 'bad',
  operation: 'Bag',
  field: 'Product.material',
  message: 'Product.material does not exist.',
  remedy: 'Deploy subgraphs/catalog first.',
};

/** A registry with these releases of mfe-order published; one named `bad` fails its check. */
export async function world(...versions: string[]) {
  const { url, as } = await serve(await temporaryFolder(), {
    check: async ({ version }) => (version === 'bad' ? [noMaterial] : []),
    healthy: () => true,
  });
  for (const version of versions)
    await as(secretOf.admin).publishFolder('mfe-order', await build({ version }));
  return {
    arcade: (...args: string[]) => run({ url }, ...args),
    admin: as(secretOf.admin),
    shell: as(secretOf.shell),
  };
}

export async function run({ url, root = '' }: { url: string; root?: string }, ...args: string[]) {
  const findRegistry = async () => ({ url, token: secretOf.admin });
  const { code, said, complained } = await runArcade(args, { root, findRegistry });
  return { code, said: stripVTControlCharacters(said), complained: stripVTControlCharacters(complained) };
}

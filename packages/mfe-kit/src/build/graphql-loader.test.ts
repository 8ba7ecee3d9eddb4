import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import type { LoaderContext } from 'webpack';
import graphqlLoader from './graphql-loader.ts';
import { persistedDocuments, registeredOperations } from './operations.ts';

const documents = {
  'hash of the generator':
    'query Lamp_Query { lamp { ...Lamp_name } }\n\nfragment Lamp_name on Lamp { name }',
};

/** The folder of a micro-frontend after `npm run codegen`. */
const test = base.extend<{ root: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures from here
  root: async ({}, use) => {
    const root = await mkdtemp(join(tmpdir(), 'arcade-loader-'));
    await mkdir(join(root, 'src/generated'), { recursive: true });
    await writeFile(join(root, persistedDocuments), JSON.stringify(documents));
    await use(root);
    await rm(root, { recursive: true });
  },
});

function load(root: string, source: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const context = {
      rootContext: root,
      resourcePath: 'lamp.tsx',
      addDependency() {},
      async: () => (error: Error | null, result: string) => (error ? reject(error) : resolve(result)),
    };
    // Exactly what the loader uses of its context.
    graphqlLoader.call(context as unknown as LoaderContext<unknown>, source);
  });
}

test('a fragment vanishes', async ({ root }) => {
  const source = 'const Lamp_name = graphql(`fragment Lamp_name on Lamp { name }`);';
  expect(await load(root, source)).toBe('const Lamp_name = undefined;');
});

test('an operation becomes its registered text, with fragments, and the hash of exactly that', async ({
  root,
}) => {
  const loaded = await load(root, 'const query = graphql(`query Lamp_Query { lamp { ...Lamp_name } }`);');
  const [, hash, json = ''] = /__operation\("(\w+)", (".*")\)/.exec(loaded) ?? [];
  const text: string = JSON.parse(json);
  expect(text).toBe('query Lamp_Query{lamp{...Lamp_name}}fragment Lamp_name on Lamp{name}');
  expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
  expect(await registeredOperations(root)).toEqual([{ name: 'Lamp_Query', hash, text }]);
  expect(loaded).not.toContain('graphql(');
});

test('a module without documents is left as it is', async ({ root }) => {
  expect(await load(root, 'export const lamp = 1;')).toBe('export const lamp = 1;');
});

test.for([
  ['that is not generated yet', 'query Other_Query { lamp { name } }', 'run "npm run codegen"'],
  ['without a name', '{ lamp { name } }', 'one named operation or one fragment'],
])('an operation %s stops the build with the file and the reason', async ([, text, reason], { root }) => {
  const loading = load(root, `graphql(\`${text}\`)`);
  await expect(loading).rejects.toThrow('lamp.tsx');
  await expect(loading).rejects.toThrow(reason);
});

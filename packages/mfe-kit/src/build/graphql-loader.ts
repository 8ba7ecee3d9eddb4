// Replaces graphql(`…`) by what is needed at run time. An operation becomes its registered text (fragments included) and
// hash; a fragment becomes nothing, because reading it is a matter of types only. The generated documents stay out of the bundle.
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import type { LoaderContext } from 'webpack';
import { persistedDocuments, registeredOperations } from './operations.ts';

const call = /\bgraphql\(\s*(?:\/\*.*?\*\/\s*)?`([^`]*)`,?\s*\)/gs;

export default function graphqlLoader(this: LoaderContext<unknown>, source: string): void {
  const done = this.async();
  replaceDocuments(this, source).then((result) => done(null, result), done);
}

async function replaceDocuments(loader: LoaderContext<unknown>, source: string): Promise<string> {
  if (source.search(call) === -1) return source;
  loader.addDependency(join(loader.rootContext, persistedDocuments));
  const registered = await registeredOperations(loader.rootContext);

  let operations = 0;
  const replaced = source.replace(call, (_, document: string) => {
    const [definition] = parse(document, { noLocation: true }).definitions;
    if (definition?.kind === Kind.FRAGMENT_DEFINITION) return 'undefined';
    if (definition?.kind !== Kind.OPERATION_DEFINITION || !definition.name) {
      throw new Error(`${loader.resourcePath}: graphql() takes one named operation or one fragment.`);
    }
    const found = registered.find(({ name }) => name === definition.name?.value);
    if (!found) {
      throw new Error(
        `${loader.resourcePath}: ${definition.name.value} is not generated yet: run "npm run codegen".`,
      );
    }
    operations += 1;
    return `/*#__PURE__*/ __operation(${JSON.stringify(found.hash)}, ${JSON.stringify(found.text)})`;
  });
  return operations > 0
    ? `import { operation as __operation } from '@arcade/mfe-kit/graph-document';\n${replaced}`
    : replaced;
}

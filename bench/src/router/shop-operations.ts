/** The micro-frontends' operations, as they stand in their source: `graphql(\`…\`)`. */
import { glob, readFile } from 'node:fs/promises';
import { type DocumentNode, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';

const shop = new URL('../../../', import.meta.url).pathname;
const call = /\bgraphql\(\s*(?:\/\*.*?\*\/\s*)?`([^`]*)`/gs;

/** @returns the text that is sent for an operation, its fragments included */
export async function readShopOperations(): Promise<(name: string) => string> {
  const documents = new Map<string, DocumentNode>();
  for await (const file of glob('mfe-*/src/**/*.{ts,tsx}', { cwd: shop })) {
    for (const [, source = ''] of (await readFile(`${shop}${file}`, 'utf8')).matchAll(call)) {
      const document = parse(source, { noLocation: true });
      const [definition] = document.definitions;
      if (definition && 'name' in definition && definition.name)
        documents.set(definition.name.value, document);
    }
  }
  return (name) => {
    const texts = new Map<string, string>();
    const add = (wanted: string) => {
      const document = documents.get(wanted);
      if (!document) throw new Error(`no micro-frontend has an operation or fragment ${wanted}`);
      if (texts.has(wanted)) return;
      texts.set(wanted, print(document));
      visit(document, { [Kind.FRAGMENT_SPREAD]: (node) => add(node.name.value) });
    };
    add(name);
    return stripIgnoredCharacters([...texts.values()].join('\n'));
  };
}

// The operations of a micro-frontend as they are sent and registered: fragments included, white space out, named by SHA-256.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, parse, stripIgnoredCharacters } from 'graphql';

export interface RegisteredOperation {
  readonly name: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
  readonly text: string;
}

/** What `npm run codegen` leaves for the build, below the folder of the micro-frontend. */
export const persistedDocuments = 'src/generated/persisted-documents.json';

export async function registeredOperations(root: string): Promise<RegisteredOperation[]> {
  const documents: Record<string, string> = JSON.parse(
    await readFile(join(root, persistedDocuments), 'utf8'),
  );
  return Object.values(documents).map((document) => {
    const text = stripIgnoredCharacters(document);
    const definition = parse(text, { noLocation: true }).definitions.find(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    );
    if (definition?.kind !== Kind.OPERATION_DEFINITION || !definition.name) {
      throw new Error(`${persistedDocuments} holds an operation without a name: ${text.slice(0, 80)}`);
    }
    return { name: definition.name.value, hash: createHash('sha256').update(text).digest('hex'), text };
  });
}

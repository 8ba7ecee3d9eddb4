// What the build puts in place of an operation: its registered text and hash. Its type comes from the generated code.
import { createRequest } from '@urql/core';

export function operation(hash: string, text: string): object {
  const { query } = createRequest(text, {});
  // Kept by every copy that the graph cache makes of the document, and read again when it is sent.
  return Object.assign(query, { documentId: hash });
}

/** An error in one line, with its causes: Drizzle's own message is the query, and what PostgreSQL said is the cause. */
export function errorText(error: unknown): string {
  const parts: string[] = [];
  for (let each = error; each !== undefined && each !== null; each = causeOf(each)) parts.push(wordsOf(each));
  return parts.join(': ').replaceAll(/\s+/g, ' ').trim();
}

function wordsOf(error: unknown): string {
  // Several addresses were tried, and each failed in its own way.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(wordsOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

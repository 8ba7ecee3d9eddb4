/**
 * Errors as they may be kept and shown. Drizzle's message carries the parameters of the query (e-mail addresses, card tokens),
 * and PostgreSQL's `detail` the values of a row: neither leaves the process.
 */

/** An error in one line, with its causes: Drizzle's own message is the query, and what PostgreSQL said is the cause. */
export function errorText(error: unknown): string {
  return chain(error).map(wordsOf).join(': ').replaceAll(/\s+/g, ' ').trim();
}

/** What the log says of an error: pino's own serializer would copy every property of it. */
export function errorFacts(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const causes = chain(error);
  return {
    type: error.name,
    message: errorText(error),
    code: causes.map(codeOf).find((code) => code !== undefined),
    stack: causes.map(stackOf).filter(Boolean).join('\ncaused by: '),
  };
}

function chain(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let each = error; each !== undefined && each !== null; each = causeOf(each)) {
    // A cause may lead back to its effect.
    if (causes.includes(each)) break;
    causes.push(each);
  }
  return causes;
}

function wordsOf(error: unknown): string {
  // Several addresses were tried, and each failed in its own way.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(wordsOf).join(', ');
  return withoutParameters(error instanceof Error ? error.message : String(error));
}

/** By its text, so that it holds for what repeats the message as well (GraphQLError). */
const withoutParameters = (message: string): string =>
  message.replace(/(Failed query: .*?)\nparams: .*/s, '$1');

const stackOf = (error: unknown): string | undefined =>
  error instanceof Error ? error.stack?.replace(error.message, () => wordsOf(error)) : undefined;

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** What a build may be told from outside. */
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);

/** `SERVE=3102 npm run dev -w mfe-order`: see serve.ts. Undefined when it is not set. */
export function servePort({ SERVE } = process.env): number | undefined {
  if (!SERVE) return undefined;
  const { data } = port.safeParse(SERVE);
  if (data === undefined) throw new Error(`SERVE is "${SERVE}": expected a port, 1 to 65535.`);
  return data;
}

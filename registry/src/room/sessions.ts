// Who looks. A browser gets a random id, never the token: cookies know no ports, so on localhost the shell would be sent it too.
// Ids live in memory and end with the process: then one signs in again.
//
// Wrong tokens are not counted: a token has 256 random bits (README), and of an id as many, so that no number of guesses gets anywhere.
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Token, tokenOf } from '../tokens.ts';

const SESSION_MS = 8 * 3_600_000;

export interface SessionPorts {
  tokens: readonly Token[];
  now: () => Date;
  /** Whether browsers come by https. */
  secure: boolean;
}

/** Of Fastify's request and reply, what is needed. */
interface Request {
  headers: IncomingHttpHeaders;
}
interface Reply {
  header(name: string, value: string): unknown;
}

export type Sessions = ReturnType<typeof sessions>;

export function sessions({ tokens, now, secure }: SessionPorts) {
  const open = new Map<string, { token: Token; until: number }>();
  // With the prefix no other host can set it (RFC 6265bis, 4.1.3); browsers demand https for that.
  const name = secure ? '__Host-arcade-room' : 'arcade-room';
  const cookie = (value: string, seconds: number) =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
  const idOf = ({ headers }: Request) =>
    headers.cookie
      ?.split(';')
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1);

  const signOut = (request: Request, reply: Reply): void => {
    open.delete(idOf(request) ?? '');
    reply.header('set-cookie', cookie('', 0));
  };

  return {
    /** Whose token the browser signed in with, while that lasts. */
    viewer(request: Request): Token | undefined {
      const session = open.get(idOf(request) ?? '');
      return session && session.until > now().getTime() ? session.token : undefined;
    },

    /** Whether the token is known. */
    signIn(request: Request, reply: Reply, secret: string): boolean {
      const token = tokenOf(tokens, `Bearer ${secret.trim()}`);
      if (!token) return false;
      open.delete(idOf(request) ?? '');
      const at = now().getTime();
      for (const [id, { until }] of open) if (until <= at) open.delete(id);
      const id = randomBytes(32).toString('base64url');
      open.set(id, { token, until: at + SESSION_MS });
      reply.header('set-cookie', cookie(id, SESSION_MS / 1000));
      return true;
    },

    signOut,
  };
}

/**
 * Whether a form was sent by a page of ours. SameSite does not tell: pages on other ports of a host are the same site.
 * `origins`: as browsers know us. Sec-Fetch-Site is missing over plain http to anything but localhost; Origin never is.
 */
export function isOurs({ headers }: Request, origins: readonly string[]): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin !== undefined && origins.includes(headers.origin);
}

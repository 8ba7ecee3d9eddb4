// `SERVE=3102 npm run dev -w mfe-order`: hands out dist/ on this machine, for a shop that is told to take the micro-frontend from here:
// `?mfe-order=http://localhost:3102`.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import type { Compiler } from 'webpack';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Given to one of the builds: listens from the first build on, while webpack watches. */
export class ServePlugin {
  readonly #port: number;
  readonly #folder: string;

  constructor(port: number, folder: string) {
    this.#port = port;
    this.#folder = folder;
  }

  apply(compiler: Compiler): void {
    let server: Server | undefined;
    compiler.hooks.watchRun.tap('ServePlugin', () => {
      // Of this machine only: what is in progress is nobody else's.
      server ??= fileServer(this.#folder).listen(this.#port, 'localhost');
    });
    compiler.hooks.watchClose.tap('ServePlugin', () => void server?.close());
  }
}

/** manifest.json and what the browser needs, for pages of any origin. */
export function fileServer(folder: string): Server {
  return createServer(async ({ url = '/' }, response) => {
    const [path = ''] = url.split('?');
    const type = types[extname(path)];
    const isOffered = path === '/manifest.json' || /^\/client\/[\w.-]+$/.test(path);
    const content = isOffered && (await readFile(join(folder, path)).catch(() => undefined));
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'no-store');
    if (!content || !type) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': type }).end(content);
  });
}

// Releases that are broken, each in a way that checks cannot see or that somebody has forced past them.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Change, replaced, type Unit } from './release.ts';

export interface Broken {
  readonly unit: Unit;
  readonly change: Change;
  /** What happens to its files after it was published. */
  readonly inRegistry?: (clientFolder: string) => Promise<void>;
  /** What happens to its files after the shell has taken them. */
  readonly inShell?: (clientFolder: string) => Promise<void>;
  /** Why it is deployed although the check refuses it with these words. */
  readonly forced?: { readonly words: string; readonly reason: string };
  /** Who meets it: the shell that is to render with it, so that browsers never get it, or browsers too, or browsers alone. */
  readonly metBy: 'server' | 'both' | 'browser';
  /** Nobody meets it before the cart is opened. */
  readonly inFlyout?: true;
  /** What a browser has to say of it. */
  readonly noise?: RegExp;
  /** What the log says of its visitors. */
  readonly why:
    | 'could not load it'
    | 'met an error in a part of the page'
    | 'met an error that nobody caught';
}

const throwsAtLoad = replaced('"use strict";', 'throw new Error("broken at load");');
const throwsAtRender = replaced('.whenWouldItArrive', '.thrown.at.render');
/** The container promises its modules, and that is all. */
const hangs = replaced(/\w+\[\w+\]\(\)(?=\s*:\s*Promise)/g, 'new Promise(() => {})');
/** What is loaded when it is needed, as the cart's flyout, is asked for under a name that nothing has. */
const misnamesChunks = replaced('+".js"', '+".gone.js"');

const inBrowser =
  (edit: (text: string) => string) =>
  (text: string, file: string): string =>
    file.startsWith('client/') ? edit(text) : text;

export const brokenReleases: Record<string, Broken> = {
  'throws at load': {
    unit: 'mfe-order',
    change: { script: throwsAtLoad },
    metBy: 'server',
    why: 'could not load it',
  },
  'throws at load in browsers': {
    unit: 'mfe-order',
    change: { script: inBrowser(throwsAtLoad) },
    metBy: 'browser',
    noise: /broken at load/,
    why: 'met an error that nobody caught',
  },
  'throws at render': {
    unit: 'mfe-delivery',
    change: { script: throwsAtRender },
    metBy: 'both',
    why: 'met an error in a part of the page',
  },
  'throws at render in browsers': {
    unit: 'mfe-delivery',
    change: { script: inBrowser(throwsAtRender) },
    metBy: 'browser',
    why: 'met an error in a part of the page',
  },
  'hangs at load': {
    unit: 'mfe-order',
    change: { script: hangs },
    metBy: 'server',
    why: 'could not load it',
  },
  'hangs at load in browsers': {
    unit: 'mfe-order',
    change: { script: inBrowser(hangs) },
    metBy: 'browser',
    why: 'could not load it',
  },
  'has lost a chunk on its way to the shell': {
    unit: 'mfe-order',
    change: {},
    inRegistry: lose,
    metBy: 'server',
    why: 'could not load it',
  },
  'has lost a chunk on its way to browsers': {
    unit: 'mfe-order',
    change: {},
    inShell: lose,
    metBy: 'browser',
    noise: /^404 GET|404 \(Not Found\)|MIME type/,
    why: 'could not load it',
  },
  'asks for a chunk that is not there': {
    unit: 'mfe-order',
    change: { script: inBrowser(misnamesChunks) },
    metBy: 'browser',
    inFlyout: true,
    noise: /^404 GET|404 \(Not Found\)|MIME type/,
    why: 'met an error in a part of the page',
  },
  'was tampered with on its way to the shell': {
    unit: 'mfe-order',
    change: {},
    inRegistry: tamper,
    metBy: 'server',
    why: 'could not load it',
  },
  'was tampered with on its way to browsers': {
    unit: 'mfe-order',
    change: {},
    inShell: tamper,
    metBy: 'browser',
    noise: /integrity/,
    why: 'could not load it',
  },
  'needs another React than the shell has': {
    unit: 'mfe-order',
    change: {
      script: replaced('^19.', '^20.'),
      manifest: ({ shared }) =>
        Object.assign(shared, { react: { requiredVersion: '^20.0.0', singleton: true } }),
    },
    forced: { words: 'needs react ^20.0.0, but the shell', reason: 'a test of what happens then' },
    metBy: 'server',
    why: 'could not load it',
  },
};

async function lose(clientFolder: string): Promise<void> {
  for (const file of await purchaseIn(clientFolder, /\.(js|css)(\.br)?$/)) await rm(file);
}

/** As somebody would who knows that there is a compressed twin; one that cannot be unpacked would be another fault. */
async function tamper(clientFolder: string): Promise<void> {
  for (const file of await purchaseIn(clientFolder, /\.js$/)) {
    const content = await readFile(file);
    content.writeUInt8(content.readUInt8(content.length - 2) ^ 1, content.length - 2);
    await writeFile(file, content);
    await writeFile(`${file}.br`, brotliCompressSync(content));
  }
}

/** The code that adds to the cart, with its compressed twin. */
async function purchaseIn(clientFolder: string, kind: RegExp): Promise<string[]> {
  const names = await readdir(clientFolder);
  const found = names.filter((name) => name.startsWith('product.purchase.') && kind.test(name));
  if (found.length === 0) throw new Error(`${clientFolder} has no code of product.purchase.`);
  return found.map((name) => path.join(clientFolder, name));
}

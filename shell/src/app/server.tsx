// The server's half of the app, built into dist/server/app.cjs and loaded by src/server: renders a page view to HTML.

import { Writable } from 'node:stream';
import type { Toast } from '@arcade/mfe-kit/feedback';
import type { Preferences, Session } from '@arcade/mfe-kit/session';
import { renderToPipeableStream } from 'react-dom/server';
import { App } from './app.tsx';
import { createGraph } from './graph.ts';
import { openPage } from './open-page.ts';
import type { PageState } from './page-state.ts';
import type { Exposed, ReleaseSet } from './release-set.ts';
import { modulesOf } from './server-modules.ts';
import { type Failure, kindOf, type NavigationItem } from './view.tsx';

export { installEntryLoader } from './federation.ts';
export type { PageState } from './page-state.ts';
export type { Exposed, ReleaseFile, ReleaseSet, UnitRelease } from './release-set.ts';
export { actionOf, forgetRelease, loadRelease } from './server-modules.ts';
export type { Failure, NavigationItem } from './view.tsx';

export interface PageRequest {
  readonly path: string;
  readonly search: URLSearchParams;
  readonly session: Session;
  readonly preferences: Preferences;
  readonly publicUrl: string;
  readonly set: ReleaseSet;
  readonly categories: readonly NavigationItem[];
  readonly toast?: Toast | undefined;
  /** Sends a GraphQL operation in the visitor's name. */
  readonly fetch: typeof fetch;
  /** Milliseconds that slots are waited for. */
  readonly slotDeadline: number;
  readonly report: (failure: Failure) => void;
}

export type PageResponse =
  | { readonly kind: 'redirect'; readonly to: string; readonly permanent: boolean }
  | {
      readonly kind: 'html';
      readonly status: number;
      /** What React found for <head>: title, meta, links. */
      readonly head: string;
      readonly body: string;
      readonly used: readonly Exposed[];
      readonly state: PageState;
    };

export async function renderPage(request: PageRequest): Promise<PageResponse> {
  const { session, preferences, publicUrl, set, categories } = request;
  const modules = modulesOf(set);
  const graph = createGraph({ fetch: request.fetch, isClient: false });
  const opened = await openPage(
    request,
    request,
    { set, modules, client: graph.client },
    request.slotDeadline,
  );
  if (opened.kind === 'redirect') return opened;

  let pageFailed = opened.kind === 'failed';
  if (opened.kind === 'failed') {
    request.report({ ...pageOf(opened.used), kind: kindOf(opened.error), error: opened.error });
  }
  const html = await render(
    <App
      view={{
        set,
        modules,
        categories,
        report: (failure) => {
          if (opened.kind === 'page' && failure.name === opened.page.name) pageFailed = true;
          request.report(failure);
        },
      }}
      client={graph.client}
      publicUrl={publicUrl}
      session={{ session, preferences, setPreference: nothing }}
      navigation={{ navigate: nothing, prefetch: nothing }}
      firstToast={request.toast}
      arrival={{ shown: opened, how: 'first' }}
      pending={false}
      onRetry={nothing}
    />,
  );
  const state: PageState = {
    session,
    preferences,
    publicUrl,
    set,
    categories,
    ...(request.toast && { toast: request.toast }),
    graph: graph.state(),
  };
  opened.close();
  return {
    kind: 'html',
    status: pageFailed ? 500 : opened.kind === 'not-found' ? 404 : 200,
    ...splitHead(html),
    used: opened.used,
    state,
  };
}

/** What is not rendered by then waits for something that does not come: the browser tries again. Milliseconds. */
const longestRender = 2_000;

function render(app: React.ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(Buffer.from(chunk));
        done();
      },
      final(done) {
        resolve(Buffer.concat(chunks).toString('utf8'));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(app, {
      // Everything is there when rendering begins, so the page leaves in one piece. Above this size React would send a boundary's
      // content later and move it into place by script, which a browser without JavaScript never does.
      progressiveChunkSize: Number.MAX_SAFE_INTEGER,
      onAllReady() {
        clearTimeout(timer);
        pipe(sink);
      },
      onShellError: reject,
      // Boundaries have reported what was thrown inside them.
      onError: nothing,
    });
    const timer = setTimeout(abort, longestRender);
  });
}

/** React writes title, meta and links first; the app's own markup begins with the one `div` of its layout. */
function splitHead(html: string): { head: string; body: string } {
  const start = html.indexOf('<div');
  return { head: html.slice(0, start), body: html.slice(start) };
}

function pageOf(used: readonly Exposed[]): Exposed {
  return used[0] ?? { unit: 'shell', name: 'page' };
}

function nothing(): void {}

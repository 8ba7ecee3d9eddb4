// Errors that nobody caught, told by the release whose script threw them.
import type { Failure } from './view.tsx';

const ofRelease = /\/releases\/([a-z0-9-]+)\/([\w.-]+)\/client\//;

export interface Unhandled extends Failure {
  readonly release?: string;
}

/**
 * `trace`: where it came from, a stack or an address. The release nearest to where it was thrown has thrown it: React's frames, which are the shell's, stand
 * between. Undefined for what is not ours, as from the browser's extensions.
 */
export function unhandled(trace: string, error: unknown): Unhandled | undefined {
  const [, unit, release] = ofRelease.exec(trace) ?? [];
  if (unit && release) return { unit, release, name: 'unhandled', kind: 'error', error };
  if (trace.includes(`${location.origin}/assets/`))
    return { unit: 'shell', name: 'unhandled', kind: 'error', error };
  return undefined;
}

export function watchUnhandled(report: (failure: Unhandled) => void): void {
  const tell = (error: unknown, address = '') => {
    const stack = error instanceof Error ? error.stack : undefined;
    const failure = unhandled(stack ?? address, error);
    if (failure) report(failure);
  };
  addEventListener('error', ({ error, message, filename }) => tell(error ?? message, filename));
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}

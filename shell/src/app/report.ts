import type { Failure } from './view.tsx';

/** Tells the shell's server what broke in this browser, once for each kind; it counts them by unit. */
const told = new Set<string>();

export function report({ unit, name, error }: Failure): void {
  const message = error instanceof Error ? error.message : String(error);
  const key = `${unit} ${name} ${message}`;
  if (told.has(key)) return;
  told.add(key);
  navigator.sendBeacon('/reports', JSON.stringify({ unit, name, message: message.slice(0, 500) }));
}

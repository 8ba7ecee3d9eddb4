// Every act: who did what, when and why, and what it changed.
import { html } from 'hono/html';
import type { Entry } from '../store.ts';
import type { Token } from '../tokens.ts';
import { type Html, page } from './layout.ts';
import { acts } from './parts.ts';

interface LogPage {
  viewer: Token | undefined;
  units: readonly string[];
  unit: string | undefined;
  /** Only acts before this number. */
  below: number | undefined;
  entries: readonly Entry[];
  isLast: boolean;
}

export function logPage({ viewer, units, unit, below, entries, isLast }: LogPage): Html {
  const address = (query: Record<string, string>) => {
    const search = new URLSearchParams({ ...(unit !== undefined && { unit }), ...query }).toString();
    return search ? `/log?${search}` : '/log';
  };
  const oldest = entries.at(-1)?.number;
  const main = html`<h1>Log</h1>
<form method="get" action="/log" class="form search"><label class="field"><span>Of</span>
<select name="unit"><option value="">all units</option>${units.map((name) => html`<option${name === unit ? html` selected` : ''}>${name}</option>`)}</select></label>
<button class="button">Show</button></form>
<div id="acts"${below === undefined ? html` data-live` : ''}>${acts(entries)}</div>
<p class="actions">${below === undefined ? '' : html`<a class="button" href="${address({})}">Newest</a>`}
${isLast || oldest === undefined ? '' : html`<a class="button" href="${address({ below: String(oldest) })}">Older</a>`}</p>`;
  return page({ title: 'Log', at: address({}), viewer, main });
}

// What several pages show: who gets what, what was done, what a check found.
import { html } from 'hono/html';
import type { Finding } from '../checks/finding.ts';
import { type Candidate, stableTraffic, type UnitState } from '../rollout.ts';
import { duration, percent, sentence, when } from '../sentence.ts';
import type { Entry } from '../store.ts';
import { type Html, unitPath } from './layout.ts';

export const version = (name: string) => html`<code class="version">${name}</code>`;

export const time = (at: string) => html`<time datetime="${at}">${when(at)}</time>`;

export const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 0 });

/** Stable and candidate, side by side in the width of all visitors. */
function shareBar(state: UnitState): Html {
  const share = state.candidate?.traffic ?? 0;
  return html`<svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
<rect class="stable" width="100" height="1" /><rect class="candidate" width="${share}" height="1" /></svg>`;
}

/** Who gets what of a unit, in words; the same before and after an act. */
export function shares(state: UnitState | null): Html {
  if (!state) return html`<p class="soft">Nobody gets any release of it.</p>`;
  const { stable, candidate } = state;
  return html`${shareBar(state)}
<dl class="shares">
<div><dt><span class="dot stable"></span>Stable</dt><dd>${version(stable)}</dd><dd>${percent(stableTraffic(state))}</dd></div>
${candidate ? html`<div><dt><span class="dot candidate"></span>Candidate</dt><dd>${version(candidate.version)}</dd><dd>${percent(candidate.traffic)}</dd></div>` : ''}
</dl>`;
}

/** What a ramp does next, and when it may; the figures decide whether it does (watch/ramp.ts). */
export function rampWords({ traffic, since, ramp }: Candidate): string | undefined {
  if (!ramp || traffic >= ramp.to) return undefined;
  const next = Math.min(ramp.to, traffic * 2);
  const at = new Date(Date.parse(since) + ramp.everyMs).toISOString();
  const share = next === 100 ? 'all visitors' : percent(next);
  return `Next step: ${share}, not before ${at.slice(0, 19).replace('T', ' ')}; doubles every ${duration(ramp.everyMs)} up to ${percent(ramp.to)}, while healthy.`;
}

/** Each leads to a confirmation; nothing is done by following a link. */
export function actionLinks(unit: string, state: UnitState | undefined): Html {
  const link = (what: string, words: string) =>
    html`<a class="button" href="${unitPath(unit)}${what}">${words}<span class="hidden"> ${unit}</span></a>`;
  return html`<p class="actions">${link('#deploy', 'Deploy')}${state?.candidate ? link('/promote', 'Promote') : ''}
${state && (state.candidate || state.before.length > 0) ? link('/rollback', 'Roll back') : ''}</p>`;
}

const line = (state: UnitState | null) => {
  if (!state) return 'nothing live';
  const { stable, candidate } = state;
  return candidate
    ? `${stable} ${percent(stableTraffic(state))}, ${candidate.version} ${percent(candidate.traffic)}`
    : `${stable} 100 %`;
};

/** Newest first. */
export function acts(entries: readonly Entry[]): Html {
  if (entries.length === 0) return html`<p class="soft">Nothing was done yet.</p>`;
  return html`<ol class="acts" reversed>${entries.map((entry) => {
    const { number, at, actor, reason, act, before, after } = entry;
    return html`<li id="act-${number}">
<p class="what"><span class="tag ${act.act}">${names[act.act]}</span> ${sentence(entry)}</p>
${reason === undefined ? '' : html`<p class="why">${reason}</p>`}
<p class="soft">${time(at)} · ${actor} · <a href="${unitPath(act.unit)}">${act.unit}</a> · no. ${number}${
      act.act === 'publish' ? '' : html` · <span class="change">${line(before)} → ${line(after)}</span>`
    }</p></li>`;
  })}</ol>`;
}

const names: Record<Entry['act']['act'], string> = {
  publish: 'Published',
  deploy: 'Deployed',
  step: 'Step',
  promote: 'Promoted',
  rollback: 'Rolled back',
};

export function findings(all: readonly Finding[]): Html {
  return html`<ul class="findings">${all.map((finding) => {
    const { severity, check, operation, field, file, line, column, message, remedy, affects = [] } = finding;
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    return html`<li class="${severity}">
<p class="soft"><strong>${severity === 'refusal' ? 'Refused' : 'Warning'}</strong> · ${[check, operation, field, place].filter(Boolean).join(' · ')}</p>
<p>${message}</p>
<p class="soft">→ ${remedy}</p>
${affects.length > 0 ? html`<p class="soft">Has to do with: ${affects.map(({ unit, release, traffic }) => `${unit} ${release} (${percent(traffic)})`).join(', ')}</p>` : ''}
</li>`;
  })}</ul>`;
}

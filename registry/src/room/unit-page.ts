// One unit: who gets what of it, how that fares, what was published, and what was done.
import { html } from 'hono/html';
import { isRefused } from '../checks/finding.ts';
import { isWhole, type UnitState } from '../rollout.ts';
import { duration, sentence, shortCommit } from '../sentence.ts';
import type { Entry, Release } from '../store.ts';
import { mayWrite, type Token } from '../tokens.ts';
import type { WatchedRollout } from '../watch/watch.ts';
import { charts, rolloutHealth } from './health-parts.ts';
import { type Html, notice, page, unitPath } from './layout.ts';
import { actionLinks, acts, rampWords, shares, time, version } from './parts.ts';
import { type Figured, type WindowName, windows } from './series.ts';

interface UnitPage {
  viewer: Token | undefined;
  unit: string;
  state: UnitState | undefined;
  rollout: WatchedRollout | undefined;
  figured: Figured;
  window: WindowName;
  /** Newest first; there is one at least. */
  releases: readonly Release[];
  entries: readonly Entry[];
  /** What was just done; null: it was so already. */
  done: Entry | null | undefined;
}

export function unitPage(facts: UnitPage): Html {
  const { viewer, unit, state, rollout, figured, window, releases, entries, done } = facts;
  const may = viewer !== undefined && mayWrite(viewer, unit);
  const ramp = state?.candidate && rampWords(state.candidate);
  const main = html`<h1>${unit}</h1>
${done ? notice('done', html`<p role="status">Done: ${sentence(done)}.</p>`) : done === null ? notice('info', html`<p role="status">So it was already; nothing was done.</p>`) : ''}
<section class="card" id="live" data-live aria-label="What is live">
${shares(state ?? null)}
${ramp ? html`<p class="soft">${ramp}</p>` : ''}
${state && state.before.length > 0 ? html`<p class="soft">Rollbacks would bring back, one after the other: ${state.before.toReversed().map((name, at) => html`${at > 0 ? ', ' : ''}${version(name)}`)}</p>` : ''}
${may ? actionLinks(unit, state) : ''}
</section>
<section id="rollout" data-live aria-labelledby="rollout-head">${rollout ? html`<h2 id="rollout-head">The candidate beside stable</h2>${rolloutHealth(rollout)}` : ''}</section>
${
  isWhole(unit)
    ? ''
    : html`<section aria-labelledby="health-head"><h2 id="health-head">Health over time</h2>
<ul class="choices">${Object.entries(windows).map(([name, one]) => html`<li><a href="${unitPath(unit)}?window=${name}#health-head"${name === window ? html` aria-current="true"` : ''}>${one.name}</a></li>`)}</ul>
<div id="health" data-live class="stack">${charts(figured, window)}</div></section>`
}
${may ? deployForm(unit, releases, state) : ''}
<section aria-labelledby="releases-head"><h2 id="releases-head">Published</h2>
<ul class="releases" id="releases" data-live>${releases.map((release) => releaseLine(release, state))}</ul></section>
<section aria-labelledby="acts-head"><h2 id="acts-head">Last acts</h2><div id="acts" data-live>${acts(entries)}</div>
<p><a href="/log?unit=${encodeURIComponent(unit)}">All of its log</a></p></section>`;
  return page({ title: unit, at: unitPath(unit), viewer, main });
}

/** How long a step of a ramp may take, in the form; the command line takes any. */
const rampSteps = [30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000, 21_600_000, 86_400_000];

function deployForm(unit: string, releases: readonly Release[], state: UnitState | undefined): Html {
  const label = ({ version, verdict }: Release) =>
    `${version}${version === state?.stable ? ' (stable)' : version === state?.candidate?.version ? ' (candidate)' : ''}${isRefused(verdict?.findings ?? []) ? ' · fails its check' : ''}`;
  return html`<section aria-labelledby="deploy"><h2 id="deploy">Deploy</h2>
<form method="get" action="${unitPath(unit)}/deploy" class="form card">
<label class="field"><span>Release</span><select name="version" required>${releases.map((release) => html`<option value="${release.version}">${label(release)}</option>`)}</select></label>
${
  isWhole(unit)
    ? html`<p class="soft">It is deployed whole, for all visitors at once.</p>`
    : html`<label class="field"><span>Percent of visitors</span><input name="traffic" type="number" inputmode="decimal" min="0" max="100" step="0.01" value="10" required></label>
<fieldset><legend>Ramp, if wanted: the share doubles while the release is healthy</legend><div class="row">
<label class="field"><span>Up to percent</span><input name="to" type="number" inputmode="decimal" min="0" max="100" step="0.01"></label>
<label class="field"><span>Every</span><select name="everyMs"><option value="">no ramp</option>${rampSteps.map((ms) => html`<option value="${ms}">${duration(ms)}</option>`)}</select></label></div></fieldset>`
}
<p><button class="button primary">Check and confirm …</button></p>
</form></section>`;
}

function releaseLine(
  { version: name, publishedAt, publishedBy, commit, verdict }: Release,
  state: UnitState | undefined,
): Html {
  const refusals = verdict?.findings.filter(({ severity }) => severity === 'refusal').length ?? 0;
  const warnings = (verdict?.findings.length ?? 0) - refusals;
  const role =
    name === state?.stable ? 'stable' : name === state?.candidate?.version ? 'candidate' : undefined;
  return html`<li><p>${version(name)} ${role ? html`<span class="badge ${role === 'stable' ? 'plain' : 'accent'}">${role}</span>` : ''}
${refusals > 0 ? html`<span class="badge danger">fails its check</span>` : warnings > 0 ? html`<span class="badge caution">${warnings === 1 ? '1 warning' : `${warnings} warnings`}</span>` : ''}</p>
<p class="soft">${time(publishedAt)} · ${publishedBy}${commit === undefined ? '' : html` · commit <code>${shortCommit(commit)}</code>`}</p></li>`;
}

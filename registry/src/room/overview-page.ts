// What is live, who gets what together, how the services are, and what was done last.
import { html } from 'hono/html';
import type { ReleaseSet } from '../release-sets.ts';
import { isWhole, type UnitState } from '../rollout.ts';
import { percent } from '../sentence.ts';
import type { Entry, Release } from '../store.ts';
import { mayWrite, type Token } from '../tokens.ts';
import type { WatchedRollout } from '../watch/watch.ts';
import { evidenceLine } from './health-parts.ts';
import { type Html, notice, page, unitPath } from './layout.ts';
import { actionLinks, acts, number, rampWords, shares, time, version } from './parts.ts';
import type { Seen, ServiceState } from './services.ts';

interface UnitView {
  unit: string;
  state: UnitState | undefined;
  /** Published last. */
  latest: Release | undefined;
  rollout: WatchedRollout | undefined;
  /** In the last hour. */
  views: number;
  failures: number;
}

interface OverviewPage {
  viewer: Token | undefined;
  units: readonly UnitView[];
  sets: readonly ReleaseSet[];
  seen: Seen;
  entries: readonly Entry[];
}

export function overviewPage({ viewer, units, sets, seen, entries }: OverviewPage): Html {
  const main = html`<h1>Control room</h1>
<div id="state" data-live>${headline(units, seen)}</div>
<section aria-labelledby="live"><h2 id="live">What is live</h2>
${units.length === 0 ? html`<p class="soft">Nothing was published yet: <code>arcade release &lt;unit&gt;</code>.</p>` : html`<div class="grid">${units.map((one) => unitCard(one, viewer))}</div>`}
</section>
${
  sets.length === 0
    ? ''
    : html`<section aria-labelledby="sets-head"><h2 id="sets-head">Who gets what together</h2>
<div id="sets" data-live class="stack">${sets.map((set) => releaseSet(set, units))}</div></section>`
}
<section aria-labelledby="services-head"><h2 id="services-head">Services</h2>
<div id="services" data-live class="stack">${services(seen)}</div></section>
<section aria-labelledby="acts-head"><h2 id="acts-head">Last acts</h2>
<div id="acts" data-live>${acts(entries)}</div>
<p><a href="/log">The whole log</a></p></section>`;
  return page({ title: 'Overview', at: '/', viewer, main });
}

function headline(units: readonly UnitView[], { services }: Seen): Html {
  const troubled = services.filter(
    ({ state, breakers, feeds }) =>
      state !== 'up' || breakers.some((one) => one.state !== 'closed') || feeds.some((one) => !one.reachable),
  );
  const rolled = units.flatMap(({ unit, state }) =>
    state?.candidate ? [`${unit} (${percent(state.candidate.traffic)})`] : [],
  );
  const rollouts =
    rolled.length > 0 ? `Being rolled out: ${rolled.join(', ')}.` : 'No release is being rolled out.';
  if (troubled.length === 0)
    return html`<p class="lead">${services.length > 0 ? 'All services are up. ' : ''}${rollouts}</p>`;
  return html`${notice('error', html`<p><strong>Needs a look: ${troubled.map(({ name }) => name).join(', ')}.</strong> <a href="#services-head">Services</a></p>`)}<p class="lead">${rollouts}</p>`;
}

function unitCard(
  { unit, state, latest, rollout, views, failures }: UnitView,
  viewer: Token | undefined,
): Html {
  const ramp = state?.candidate && rampWords(state.candidate);
  const isLive = latest !== undefined && [state?.stable, state?.candidate?.version].includes(latest.version);
  return html`<article class="card${state?.candidate ? ' rolled' : ''}" id="unit-${unit}" data-live aria-labelledby="name-${unit}">
<h3 id="name-${unit}"><a href="${unitPath(unit)}">${unit}</a></h3>
${shares(state ?? null)}
${rollout ? evidenceLine(rollout) : ''}
${ramp ? html`<p class="soft">${ramp}</p>` : ''}
${latest && !isLive ? html`<p class="soft">Published last, not live: ${version(latest.version)}, ${time(latest.publishedAt)}</p>` : ''}
${isWhole(unit) ? '' : html`<p class="soft">${number(views)} views, ${number(failures)} failures in the last hour</p>`}
${viewer && mayWrite(viewer, unit) ? actionLinks(unit, state) : ''}
</article>`;
}

function releaseSet({ fromNumber, toNumber, versions }: ReleaseSet, units: readonly UnitView[]): Html {
  const share = (toNumber - fromNumber) / 100;
  const candidates = units.filter(({ unit, state }) => state?.candidate?.version === versions[unit]);
  return html`<details class="set" id="set-${fromNumber}"><summary><strong>${percent(share)}</strong>
<span>${candidates.length === 0 ? 'stable everywhere' : html`candidate of ${candidates.map(({ unit }) => unit).join(', ')}`}</span>
<span class="soft">visitors ${String(fromNumber).padStart(4, '0')}–${String(toNumber - 1).padStart(4, '0')}</span></summary>
<ul class="pairs">${Object.entries(versions).map(([unit, name]) => html`<li><span>${unit}</span> ${version(name)}</li>`)}</ul></details>`;
}

function services({ at, services: all }: Seen): Html {
  if (all.length === 0)
    return html`<p class="soft">Which services there are is not known here: SERVICES names their addresses.</p>`;
  return html`<ul class="services">${all.map(service)}</ul><p class="soft">Seen at ${at.toISOString().slice(11, 19)}</p>`;
}

function service({ name, state, reason, breakers, feeds }: ServiceState): Html {
  return html`<li><p><strong>${name}</strong> <span class="badge ${state === 'up' ? 'positive' : 'danger'}">${state}</span></p>
${reason === undefined ? '' : html`<p class="soft">${reason}</p>`}
${breakers.map((one) => html`<p class="soft">breaker of ${one.subgraph}: <span class="${one.state === 'closed' ? '' : 'bad'}">${one.state}</span></p>`)}
${feeds.map(({ consumer, lagSeconds, reachable, aside }) => html`<p class="soft">events of ${consumer}: ${reachable ? lag(lagSeconds) : html`<span class="bad">cannot be read</span>`}${aside > 0 ? html`, <span class="bad">${number(aside)} put aside</span>` : ''}</p>`)}</li>`;
}

const lag = (seconds: number) =>
  seconds === 0 ? 'all read' : `${seconds < 10 ? seconds.toFixed(1) : number(seconds)} s behind`;

// How a candidate fares beside its stable, and how releases did over time.
import { type FailureKind, failureKinds } from '@arcade/mfe-kit/health';
import { html } from 'hono/html';
import type { Rate } from '../watch/health.ts';
import { doubtLimit } from '../watch/ramp.ts';
import { evidenceText, ratio, waits } from '../watch/reason.ts';
import type { WatchedRollout } from '../watch/watch.ts';
import { columns, evidenceScale, type Line, lineChart } from './chart.ts';
import type { Html } from './layout.ts';
import { number } from './parts.ts';
import { type Figured, type Series, total, type WindowName, windows } from './series.ts';

const kindNames: Record<FailureKind, string> = {
  load: 'Could not be loaded',
  boundary: 'A part of the page failed',
  error: 'Errors that nobody caught',
  operation: 'Queries or mutations that failed',
  slow: 'Slow or jumping pages',
};

/** Short, for a card. */
export function evidenceLine({ evidence, limit, kind, verdict }: WatchedRollout): Html {
  const words =
    verdict === 'worse'
      ? 'Worse than stable'
      : evidence >= doubtLimit
        ? 'In doubt'
        : 'Not worse than stable beyond chance';
  return html`${evidenceScale({ evidence, doubt: doubtLimit, limit })}
<p>${words}. Evidence <strong>${evidenceText(evidence)}</strong>${evidence >= 1 ? ` (${kindNames[kind].toLowerCase()})` : ''}; from ${doubtLimit} on a ramp waits, at ${limit} it is rolled back.</p>`;
}

export function rolloutHealth(rollout: WatchedRollout): Html {
  const { rates, candidate, stable, ramp } = rollout;
  return html`${evidenceLine(rollout)}
${ramp && !ramp.goOn ? html`<p class="soft">The ramp waits: ${waits[ramp.because]}.</p>` : ''}
<table class="facts"><caption class="hidden">Visitors whom the candidate failed, beside stable</caption>
<thead><tr><th scope="col">Visitors who met</th><th scope="col">Candidate<span class="hidden"> ${candidate}</span></th><th scope="col">Stable<span class="hidden"> ${stable}</span></th></tr></thead>
<tbody>${failureKinds.map((kind) => html`<tr><th scope="row">${kindNames[kind]}</th><td>${rate(rates[kind].candidate)}</td><td>${rate(rates[kind].stable)}</td></tr>`)}</tbody></table>`;
}

const rate = ({ failed, visitors, rate: share, low, high }: Rate) =>
  visitors === 0
    ? html`<span class="soft">nobody yet</span>`
    : html`${number(failed)} of ${number(visitors)} <span class="soft" title="95 % interval: ${ratio(low)} to ${ratio(high)}">${ratio(share)}</span>`;

export function charts({ steps, series }: Figured, window: WindowName): Html {
  const { each, name } = windows[window];
  if (series.length === 0) return html`<p class="soft">No views in this time.</p>`;
  const views: Line[] = series.map(({ release, role, views }) => ({ name: release, role, values: views }));
  const inAll = series.map((one) => `${label(one)}: ${number(total(one.views))}`).join('; ');
  return html`<ul class="legend">${series.map((one) => html`<li><span class="dot ${one.role}"></span>${one.role} <code class="version">${one.release}</code> <span class="soft">${number(total(one.views))} views, ${number(one.visitors)} visitors</span></li>`)}</ul>
${columns({ title: `Views by ${each}`, says: `${name}, views by ${each}. ${inAll}.`, steps, lines: views })}
<div class="grid small">${failureKinds.map((kind) => {
    const failed = series
      .map((one) => `${label(one)}: ${number(total(one.failed[kind]))} of ${number(total(one.views))} views`)
      .join('; ');
    return lineChart({
      title: kindNames[kind],
      says: `${name}, ${kindNames[kind].toLowerCase()}, by ${each}. ${failed}.`,
      steps,
      unit: ' in 100 views',
      lines: series.map((one) => ({ name: one.release, role: one.role, values: perHundred(one, kind) })),
    });
  })}</div>
<details><summary>These figures as a table</summary>${figuresTable({ steps, series }, each)}</details>`;
}

const label = ({ role, release }: Series) => `${role} ${release}`;

/** Who is told of a failure later than of the view may make more than all: then it is all. */
const perHundred = ({ views, failed }: Series, kind: FailureKind) =>
  views.map((seen, at) => {
    const count = failed[kind][at] ?? 0;
    return seen === 0 ? (count === 0 ? null : 100) : Math.min(100, (count / seen) * 100);
  });

const headings: Record<FailureKind, string> = {
  load: 'load',
  boundary: 'part',
  error: 'error',
  operation: 'query',
  slow: 'slow',
};

function figuresTable({ steps, series }: Figured, each: string): Html {
  const rows = steps.flatMap((step, at) =>
    series.flatMap((one) =>
      (one.views[at] ?? 0) + total(failureKinds.map((kind) => one.failed[kind][at] ?? 0)) > 0
        ? [{ step, at, one }]
        : [],
    ),
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Figures by ${each}"><table class="facts">
<thead><tr><th scope="col">${each}</th><th scope="col">release</th><th scope="col">views</th>${failureKinds.map((kind) => html`<th scope="col"><abbr title="${kindNames[kind]}">${headings[kind]}</abbr></th>`)}</tr></thead>
<tbody>${rows.toReversed().map(({ step, at, one }) => html`<tr><th scope="row">${step.slice(5, 16).replace('T', ' ')}</th><td>${one.role} <code class="version">${one.release}</code></td><td>${number(one.views[at] ?? 0)}</td>${failureKinds.map((kind) => html`<td>${number(one.failed[kind][at] ?? 0)}</td>`)}</tr>`)}</tbody></table></div>`;
}

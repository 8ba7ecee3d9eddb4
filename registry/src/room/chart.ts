// Charts as SVG from the server. The drawing stretches to the room that it has; words stay in HTML, where they keep their size.
import { html } from 'hono/html';
import type { Html } from './layout.ts';
import { number } from './parts.ts';
import type { Role } from './series.ts';

export interface Line {
  name: string;
  role: Role;
  /** By step. Null: nothing to divide by. */
  values: readonly (number | null)[];
}

interface Chart {
  title: string;
  /** What it shows, in a sentence, for who does not see it. */
  says: string;
  steps: readonly string[];
  lines: readonly Line[];
  /** Of the greatest value. */
  unit?: string;
}

const WIDTH = 600;
const HEIGHT = 100;

/** Columns, one on top of the other. */
export function columns(chart: Chart): Html {
  const { lines, steps } = chart;
  const most = Math.max(
    1,
    ...steps.map((_, at) => lines.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)),
  );
  const width = WIDTH / steps.length;
  const drawn = steps.flatMap((_, at) => {
    let top = HEIGHT;
    // Stable at the bottom: what is new stands on it.
    return lines.toReversed().flatMap(({ role, values }) => {
      const height = ((values[at] ?? 0) / most) * HEIGHT;
      top -= height;
      if (height === 0) return [];
      return html`<rect class="${role}" x="${short(at * width)}" y="${short(top)}" width="${short(width * 0.82)}" height="${short(height)}" />`;
    });
  });
  return figure(chart, most, drawn);
}

/** Lines, broken where there is nothing to tell. */
export function lineChart(chart: Chart): Html {
  const { lines, steps } = chart;
  const most = Math.max(...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const width = WIDTH / steps.length;
  const drawn = lines.toReversed().map(({ role, values }) => {
    const path = values
      .map((value, at) => {
        if (value === null) return '';
        const y = short(HEIGHT - (value / (most || 1)) * HEIGHT);
        // A step is as wide as the time it stands for, so that one alone can be seen.
        const begins = at === 0 || values[at - 1] === null ? 'M' : 'L';
        return `${begins}${short(at * width)} ${y}H${short((at + 1) * width)}`;
      })
      .join('');
    return html`<path class="${role}" d="${path}" />`;
  });
  return figure(chart, most, drawn);
}

function figure({ title, says, steps, unit = '' }: Chart, most: number, drawn: unknown): Html {
  const scale = most < 10 ? most.toLocaleString('en', { maximumSignificantDigits: 2 }) : number(most);
  return html`<figure class="chart">
<figcaption>${title}</figcaption>
<div class="plot"><span class="most" aria-hidden="true">${scale}${unit}</span>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${says}">
<path class="grid" d="M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}" />${drawn}</svg></div>
<p class="span" aria-hidden="true"><span>${clock(steps[0], steps.length)}</span><span>now</span></p>
</figure>`;
}

/** Of a week the day too. */
const clock = (at = '', steps: number) => (steps > 60 ? at.slice(5, 16) : at.slice(11, 16)).replace('T', ' ');

const short = (value: number) => Math.round(value * 100) / 100;

/** How near the evidence is to where a candidate is rolled back; tenfold evidence is the same way everywhere. */
export function evidenceScale({
  evidence,
  doubt,
  limit,
}: {
  evidence: number;
  doubt: number;
  limit: number;
}): Html {
  const least = 0.1;
  const at = (value: number) => {
    const part = Math.log10(Math.max(value, least) / least) / Math.log10(limit / least);
    return short(Math.min(1, part) * 100);
  };
  const state = evidence >= limit ? 'danger' : evidence >= doubt ? 'caution' : 'fine';
  return html`<div class="evidence ${state}" aria-hidden="true">
<svg viewBox="0 0 100 1" preserveAspectRatio="none"><rect class="ground" width="100" height="1" /><rect class="reached" width="${at(evidence)}" height="1" />
<path class="mark" d="M${at(doubt)} 0V1M100 0V1" /></svg>
<p class="ticks"><span>${least}</span><span>1</span><span>${doubt}</span><span>${limit}</span></p>
</div>`;
}

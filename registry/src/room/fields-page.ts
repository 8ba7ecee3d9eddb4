// The search: a place in the schema, and who asks for it.
import { html } from 'hono/html';
import { percent } from '../sentence.ts';
import type { Token } from '../tokens.ts';
import { type Html, notice, page, unitPath } from './layout.ts';
import { number, version } from './parts.ts';
import type { Usage, Use } from './usage.ts';

interface FieldsPage {
  viewer: Token | undefined;
  /** What was typed. */
  wanted: string | undefined;
  /** Or why nothing can be known. */
  usage: Usage | string;
}

export function fieldsPage({ viewer, wanted, usage }: FieldsPage): Html {
  const answered =
    typeof usage === 'string' ? notice('warning', usage) : wanted ? answer(wanted, usage) : hint(usage);
  const main = html`<h1>Who uses which field</h1>
<form method="get" action="/fields" class="form search">
<label class="field"><span>If I remove</span>
<input name="name" type="search" list="coordinates" value="${wanted ?? ''}" placeholder="Product.material" autocomplete="off" autocapitalize="off" spellcheck="false" required></label>
<button class="button primary">what breaks?</button>
</form>
${typeof usage === 'string' ? '' : html`<datalist id="coordinates">${usage.coordinates.map((one) => html`<option value="${one}"></option>`)}</datalist>`}
<div aria-live="polite" class="stack">${answered}</div>`;
  const at = wanted ? `/fields?name=${encodeURIComponent(wanted)}` : '/fields';
  return page({ title: wanted ? `${wanted}: who uses it` : 'Fields', at, viewer, main });
}

const hint = ({ coordinates, releases }: Usage) =>
  html`<p class="soft">A type, field, argument, input field or enum value of the live supergraph, as a schema coordinate: <code>Product</code>, <code>Product.material</code>,
<code>Query.products(first:)</code>. It has ${number(coordinates.length)}; ${number(releases)} releases are live or could come back by a rollback, and are looked at.</p>`;

function answer(wanted: string, usage: Usage): Html {
  const uses = usage.uses(wanted);
  if (!uses) {
    const near = usage.near(wanted);
    return html`${notice('warning', html`<p>The live supergraph has no <code>${wanted}</code>.</p>`)}
${near.length > 0 ? html`<p>Did you mean ${near.map((one, at) => html`${at > 0 ? ', ' : ''}${link(one)}`)}?</p>` : hint(usage)}`;
  }
  if (uses.length === 0) {
    return notice(
      'done',
      html`<p><strong>Nothing breaks.</strong> None of the ${number(usage.releases)} releases that are live or could come back by a rollback asks for <code>${wanted}</code>.
Whether the graph composes without it, the check of the subgraph’s release tells.</p>`,
    );
  }
  const releases = [...Map.groupBy(uses, ({ unit, release }) => `${unit} ${release}`).values()];
  return html`${notice(
    'error',
    html`<p><strong>${count(uses.length, 'operation')} of ${count(releases.length, 'release')}</strong> would break without <code>${wanted}</code>.</p>`,
  )}
<ul class="uses">${releases.map(releaseOf)}</ul>`;
}

function releaseOf(uses: readonly Use[]): Html {
  const [first] = uses;
  if (!first) return html``;
  const { unit, release, traffic } = first;
  const share =
    traffic > 0 ? `${percent(traffic)} of visitors` : 'no visitors, but a rollback could bring it back';
  return html`<li class="card">
<h2><a href="${unitPath(unit)}">${unit}</a> ${version(release)}</h2>
<p class="soft">${share}</p>
<ul class="stack">${uses.map(
    ({
      operation,
      places,
      text,
    }) => html`<li><p><strong>${operation}</strong> <span class="soft">${places.map(({ line, column }, at) => `${at > 0 ? '; ' : ''}line ${line}, column ${column}`).join('')}</span></p>
${places.slice(0, MOST_EXCERPTS).map(({ line, column }) => excerpt(text.split('\n')[line - 1] ?? '', column))}</li>`,
  )}</ul></li>`;
}

/** Of one operation. */
const MOST_EXCERPTS = 3;

/** Built operations are one long line: what is around the place, with its name marked. */
function excerpt(line: string, column: number): Html {
  const at = column - 1;
  const [name = ''] = /^(?:\.\.\.|\$)?\w*/.exec(line.slice(at)) ?? [];
  const from = Math.max(0, at - 40);
  const to = at + name.length;
  return html`<pre class="excerpt"><code>${from > 0 ? '…' : ''}${line.slice(from, at)}<mark>${name}</mark>${line.slice(to, to + 40)}${line.length > to + 40 ? '…' : ''}</code></pre>`;
}

const count = (of: number, what: string) => `${number(of)} ${what}${of === 1 ? '' : 's'}`;

const link = (coordinate: string) =>
  html`<a href="/fields?name=${encodeURIComponent(coordinate)}"><code>${coordinate}</code></a>`;

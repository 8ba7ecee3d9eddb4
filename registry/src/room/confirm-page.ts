// What would change, what the check says, and the one button that does it.
import { html } from 'hono/html';
import { isRefused } from '../checks/finding.ts';
import { kib } from '../checks/weight.ts';
import type { Differences } from '../differences.ts';
import type { Refused } from '../refusals.ts';
import { type Command, isRefusal } from '../rollout.ts';
import { percent } from '../sentence.ts';
import type { Token } from '../tokens.ts';
import { type Html, notice, page, unitPath } from './layout.ts';
import { findings as findingsList, rampWords, shares } from './parts.ts';
import type { Preview } from './preview.ts';

interface ConfirmPage {
  viewer: Token;
  command: Command;
  previewed: Preview | Refused;
  /** Why what was just asked for was not done, and the reason that was written. */
  refused?: Refused | undefined;
  reason?: string | undefined;
}

export function confirmPage({ viewer, command, previewed, refused, reason }: ConfirmPage): Html {
  const { unit } = command;
  const title = titleOf(isRefusal(previewed) ? command : previewed.command);
  const main = html`<div class="narrow stack">
<p><a href="${unitPath(unit)}">← ${unit}</a></p>
<h1>${title}</h1>
${refused ? notice('error', html`<p><strong>Nothing was done.</strong> ${refused.message}</p>${refused.refused === 'MOVED_ON' ? html`<p>Somebody or something else was faster.${isRefusal(previewed) ? '' : ' Below is what would change now.'}</p>` : ''}`) : ''}
${isRefusal(previewed) ? (refused?.message === previewed.message ? '' : notice('error', html`<p>${previewed.message}</p>`)) : confirmation(previewed, reason)}
</div>`;
  return page({ title, at: `${unitPath(unit)}/${command.command}`, viewer, main });
}

function confirmation(
  { command, before, after, findings, changes }: Preview,
  reason: string | undefined,
): Html {
  const fails = isRefused(findings ?? []);
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  const ramp = after?.candidate && rampWords(after.candidate);
  return html`<section aria-labelledby="change"><h2 id="change">What changes</h2>
${isSame ? notice('info', html`<p>Nothing: so it is already.</p>`) : ''}
<div class="grid"><div class="card"><h3>Now</h3>${shares(before)}</div><div class="card"><h3>Then</h3>${shares(after)}${ramp ? html`<p class="soft">${ramp}</p>` : ''}</div></div>
${changes ? differencesList(changes) : ''}</section>
<section aria-labelledby="check"><h2 id="check">The check</h2>
${findings === undefined ? html`<p>A micro-frontend’s rollback is not checked: what comes back has had visitors, and the graph was kept fit for it.</p>` : checkResult(findings, fails)}</section>
<form method="post" action="${unitPath(command.unit)}/${command.command}" class="form card">
${hiddenFields(command)}
${fails ? html`<label class="check"><input type="checkbox" name="force" value="true" required> <span>Do it although the check refuses it. The log will say so.</span></label>` : ''}
<label class="field"><span>Reason, for the log${fails ? '' : ' (may be left out)'}</span><input name="reason" maxlength="500" value="${reason ?? ''}"${fails ? html` required` : ''}></label>
<p class="actions"><button class="button ${fails || command.command === 'rollback' ? 'danger' : 'primary'}">${buttonOf(command)}</button><a class="button" href="${unitPath(command.unit)}">Cancel</a></p>
</form>`;
}

function checkResult(findings: NonNullable<Preview['findings']>, fails: boolean): Html {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const verdict = fails
    ? notice(
        'error',
        html`<p><strong>It may not be deployed.</strong> It can be with force and a reason only.</p>`,
      )
    : warnings > 0
      ? notice(
          'warning',
          html`<p><strong>It may be deployed,</strong> with ${warnings === 1 ? 'a warning' : `${warnings} warnings`}.</p>`,
        )
      : notice('done', html`<p><strong>It may be deployed.</strong> No check has anything to say.</p>`);
  return html`${verdict}${findings.length > 0 ? findingsList(findings) : ''}`;
}

function differencesList({ weight, from, to, ...changes }: Differences): Html {
  const lines = Object.entries(changes).flatMap(([kind, { added, removed }]) => [
    ...removed.map((one) => html`<li class="removed"><span class="soft">${kind}</span> − ${one}</li>`),
    ...added.map((one) => html`<li class="added"><span class="soft">${kind}</span> + ${one}</li>`),
  ]);
  return html`<details><summary>What ${to} has that ${from} has not (${lines.length === 0 ? 'nothing that others see' : lines.length})</summary>
<ul class="differences">${lines}${weight.from + weight.to > 0 ? html`<li><span class="soft">weight</span> ${kib(weight.from)} → ${kib(weight.to)} (brotli, all of the browser’s)</li>` : ''}</ul></details>`;
}

function hiddenFields(command: Command): Html {
  const { command: _, unit: __, force: ___, ...rest } = command;
  return html`${Object.entries(rest).map(([name, value]) => (value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value ?? ''}">`))}`;
}

const titleOf = (command: Command): string => {
  switch (command.command) {
    case 'deploy':
      return `Deploy ${command.unit}@${command.version} to ${command.traffic === 100 ? 'all visitors' : `${percent(command.traffic)} of visitors`}?`;
    case 'promote':
      return `Promote ${command.unit}${command.version === undefined ? '' : `@${command.version}`}?`;
    case 'rollback':
      return `Roll back ${command.unit}${command.from === undefined ? '' : `@${command.from}`}?`;
  }
};

const buttonOf = (command: Command): string => {
  switch (command.command) {
    case 'deploy':
      return command.traffic === 100 ? 'Deploy to all visitors' : `Deploy to ${percent(command.traffic)}`;
    case 'promote':
      return 'Promote';
    case 'rollback':
      return 'Roll back';
  }
};

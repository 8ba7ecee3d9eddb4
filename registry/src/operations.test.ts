import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answerableOperations } from './operations.ts';
import { RECALLABLE } from './rollout.ts';
import { openStore } from './store.ts';
import { manifestOf, temporaryFolder } from './testing.ts';

const unit = 'mfe-order';
const hour = 3_600_000;

/** A log in which a release becomes stable every hour, each with an operation of its own. */
async function world() {
  const store = openStore(path.join(await temporaryFolder(), 'registry.db'));
  onTestFinished(() => store.close());
  let now = Date.parse('2026-05-05T00:00:00Z');
  const at = () => new Date(now);
  const operations = answerableOperations(store, 2 * hour, at);
  return {
    pass: (ms: number) => {
      now += ms;
    },
    release(version: string, traffic = 100) {
      const manifestText = JSON.stringify(
        manifestOf({ unit, version, operations: [`query Of${version}{cart}`] }),
      );
      const by = { actor: 'team', at: at() };
      store.addRelease(
        { unit, version, manifestText, publishedAt: at().toISOString(), publishedBy: 'team' },
        by,
      );
      store.append(by, () => [{ act: 'deploy', unit, version, traffic }]);
    },
    rollBack: (from: string, to: string) =>
      store.append({ actor: 'team', at: at() }, () => [{ act: 'rollback', unit, from, to }]),
    answerable: () =>
      Object.values(operations())
        .map((text) => /Of(\w+)/.exec(text)?.[1])
        .toSorted(),
  };
}

test('operations of a candidate that was taken back are answered for as long as its pages are open', async () => {
  const { release, rollBack, answerable, pass } = await world();
  release('v1');
  release('v2', 10);
  pass(hour);
  rollBack('v2', 'v1');
  pass(2 * hour - 1);
  expect(answerable()).toEqual(['v1', 'v2']);
  pass(1);
  expect(answerable()).toEqual(['v1']);
});

test('however many releases there were, operations are those of the last ones', async () => {
  const { release, answerable, pass } = await world();
  for (let count = 1; count <= 50; count++) {
    release(`v${count}`);
    pass(hour);
  }
  // The stable one, and what rollbacks would bring back; those that had visitors two hours ago are among them.
  expect(answerable()).toEqual(
    Array.from({ length: RECALLABLE + 1 }, (_, back) => `v${50 - back}`).toSorted(),
  );
});

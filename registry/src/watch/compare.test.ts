import { type FailureKind, failureKinds } from '@arcade/mfe-kit/health';
import { expect, test } from 'vitest';
import { type Evidence, evidenceLimit, judge, noEvidence, type Side, weigh } from './compare.ts';
import { seeded } from './seeded.ts';

test('a release that fails everybody is stopped within a handful of visitors', () => {
  const needed = (share: number, kind: FailureKind) => {
    let evidence = noEvidence();
    for (let visitors = 1; visitors <= 100; visitors++) {
      evidence = weigh(evidence, { kind, side: 'candidate', visitors: 1 }, share);
      if (judge(evidence).verdict === 'worse') return visitors;
    }
    return Number.POSITIVE_INFINITY;
  };
  expect(needed(0.01, 'boundary')).toBe(3);
  expect(needed(0.1, 'boundary')).toBe(4);
  expect(needed(0.5, 'boundary')).toBe(11);
  // A new release is in nobody's cache: as long as it fails twice as often, it may be that alone.
  expect(needed(0.5, 'load')).toBe(18);
});

test('releases that fail alike are not taken for worse, however long they run', () => {
  expect(judge(failing({ candidate: 1_000, stable: 9_000 }, 0.1)).verdict).toBe('undecided');
  expect(judge(failing({ candidate: 1_050, stable: 8_950 }, 0.1)).verdict).toBe('undecided');
});

test('that nobody has a new release in the cache is not held against it, errors are', () => {
  const twice = { candidate: 180, stable: 820 };
  expect(judge(failing(twice, 0.1, 'slow')).verdict).toBe('undecided');
  expect(judge(failing(twice, 0.1, 'load')).verdict).toBe('undecided');
  expect(judge(failing(twice, 0.1, 'error')).verdict).toBe('worse');
  expect(judge(failing({ candidate: 400, stable: 600 }, 0.1, 'slow')).verdict).toBe('worse');
});

test('a candidate that is better than its stable is left alone', () => {
  expect(judge(failing({ candidate: 1, stable: 5_000 }, 0.5))).toMatchObject({ verdict: 'undecided' });
});

test('without a failure there is no evidence', () => {
  expect(judge(noEvidence())).toMatchObject({ verdict: 'undecided', evidence: 0.2 });
});

test('with nobody left on stable nothing more is learnt, and nothing is forgotten', () => {
  const before = failing({ candidate: 12, stable: 30 }, 0.1);
  const after = weigh(before, { kind: 'boundary', side: 'candidate', visitors: 10_000 }, 1);
  expect(judge(after).evidence).toBeCloseTo(judge(before).evidence, 9);
});

test('a million failures are weighed without leaving the range of numbers', () => {
  const worse = judge(failing({ candidate: 900_000, stable: 100_000 }, 0.1));
  expect(worse).toEqual({ verdict: 'worse', evidence: 1e12, kind: 'boundary' });
  expect(judge(failing({ candidate: 0, stable: 1_000_000 }, 0.5)).evidence).toBeLessThan(1);
});

test('two failing visitors are never enough, and do not hide another kind that has more', () => {
  const two = weigh(noEvidence(), { kind: 'operation', side: 'candidate', visitors: 2 }, 0.0001);
  expect(judge(two)).toMatchObject({ verdict: 'undecided', kind: 'operation' });
  expect(judge(two).evidence).toBeGreaterThan(evidenceLimit);
  const both = weigh(two, { kind: 'error', side: 'candidate', visitors: 3 }, 0.01);
  expect(judge(both)).toMatchObject({ verdict: 'worse', kind: 'error' });
});

test('a bet is fair: over what can come next, its expected value is what it was', () => {
  for (const share of [0.01, 0.1, 0.5, 0.99]) {
    const before = failing({ candidate: 8, stable: 12 }, 0.1);
    const next = (side: Side) => weigh(before, { kind: 'boundary', side, visitors: 1 }, share);
    const expected = share * judge(next('candidate')).evidence + (1 - share) * judge(next('stable')).evidence;
    expect(expected).toBeCloseTo(judge(before).evidence, 9);
  }
});

test('of equal releases that are looked at after every failure, at most one in a hundred is taken for worse', () => {
  const random = seeded(20_260_101);
  const rollouts = 2_000;
  let wrong = 0;
  for (let rollout = 0; rollout < rollouts; rollout++) {
    const share = [0.01, 0.1, 0.5][rollout % 3] ?? 0.1;
    let evidence = noEvidence();
    for (let failures = 0; failures < 40; failures++) {
      const side = random() < share ? 'candidate' : 'stable';
      for (const kind of failureKinds) {
        // Who fails in one way mostly fails in others too.
        if (random() < 0.6) evidence = weigh(evidence, { kind, side, visitors: 1 }, share);
      }
      if (judge(evidence).verdict === 'undecided') continue;
      wrong++;
      break;
    }
  }
  expect(wrong / rollouts).toBeLessThan(0.01);
  // The test does speak: where it never did, this bound would hold for nothing.
  expect(wrong).toBeGreaterThan(0);
});

function failing(visitors: Record<Side, number>, share: number, kind: FailureKind = 'boundary'): Evidence {
  const stable = weigh(noEvidence(), { kind, side: 'stable', visitors: visitors.stable }, share);
  return weigh(stable, { kind, side: 'candidate', visitors: visitors.candidate }, share);
}

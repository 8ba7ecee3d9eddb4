import { expect, test } from 'vitest';
import type { Entry } from '../store.ts';
import { acts, findings } from './parts.ts';

const hostile = `<script>alert("1")</script>' onload='x`;

test('what others wrote is shown as they wrote it, and is never markup', async () => {
  const entry: Entry = {
    number: 1,
    at: '2026-05-05T12:00:00.000Z',
    actor: hostile,
    reason: hostile,
    act: { act: 'rollback', unit: hostile, from: hostile, to: hostile },
    before: { stable: hostile, before: [hostile] },
    after: { stable: hostile, before: [] },
  };
  const finding = { check: 'routes', severity: 'refusal', unit: hostile, release: hostile } as const;
  const texts = { operation: hostile, field: hostile, file: hostile, message: hostile, remedy: hostile };
  const affects = [{ unit: hostile, release: hostile, traffic: 1 }];
  for (const shown of [await acts([entry]), await findings([{ ...finding, ...texts, affects }])]) {
    expect(String(shown)).not.toContain('<script');
    expect(String(shown)).not.toContain("' onload='");
    expect(String(shown)).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=&#39;x');
  }
});

import { test, vi } from 'vitest';
import { checkHistory, describeHistories } from './merge-property.ts';
import { REGRESSIONS } from './regressions.ts';

vi.mock('node:crypto', async (actual) => {
  const { seededBytes, seededUuid } = await import('./seeded-crypto.ts');
  return {
    ...(await actual<typeof import('node:crypto')>()),
    randomBytes: seededBytes,
    randomUUID: seededUuid,
  };
});

describeHistories(1);

for (const [name, history] of Object.entries(REGRESSIONS))
  test(`[L4] never again: ${name}`, () => {
    checkHistory(history);
  });

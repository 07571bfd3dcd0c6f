import { vi } from 'vitest';
import { describeHistories } from './merge-property.ts';

vi.mock('node:crypto', async (actual) => {
  const { seededBytes, seededUuid } = await import('./seeded-crypto.ts');
  return {
    ...(await actual<typeof import('node:crypto')>()),
    randomBytes: seededBytes,
    randomUUID: seededUuid,
  };
});

describeHistories(1);

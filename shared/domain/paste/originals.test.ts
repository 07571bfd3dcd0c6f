import { describe, expect, test } from 'vitest';
import { RECORD_TYPES, RECORDS } from '../records/index.ts';
import { KEEPS_PASTED, MOST_PASTED, withOriginal } from './originals.ts';

test('the types that keep what was pasted are those whose records have the field', () => {
  const fields = RECORDS as unknown as { readonly [type: string]: { readonly fields: object } };
  expect(RECORD_TYPES.filter((type) => 'pasted' in (fields[type]?.fields ?? {})).sort()).toEqual(
    [...KEEPS_PASTED].sort(),
  );
});

describe('originals of one record', () => {
  test('stand beside one another in the order they were pasted', () => {
    expect(withOriginal(undefined, 'ﺍ')).toBe('ﺍ');
    expect(withOriginal(withOriginal('ﺍ', 'ﺏ'), 'ﺕ')).toBe('ﺍ\n\nﺏ\n\nﺕ');
  });

  test('are kept once, however often they are pasted; a part of one is another', () => {
    const kept = withOriginal('ﺍ\n\nﺏ  ﺏ', 'ﺕ');
    for (const again of ['ﺍ', 'ﺏ  ﺏ', 'ﺕ', 'ﺍ\n\nﺏ  ﺏ']) expect(withOriginal(kept, again)).toBe(kept);
    expect(withOriginal(kept, 'ﺏ')).toBe(`${kept}\n\nﺏ`);
  });

  test('are cut at the front where they are more than the field holds, and never within a character', () => {
    const long = `${'😀'.repeat(MOST_PASTED / 2)}`;
    const kept = withOriginal(long, 'ﺍ');
    expect(kept.length).toBeLessThanOrEqual(MOST_PASTED);
    expect(kept.endsWith('😀\n\nﺍ')).toBe(true);
    expect(kept.isWellFormed()).toBe(true);
  });
});

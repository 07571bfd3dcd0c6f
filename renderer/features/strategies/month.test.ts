import { describe, expect, it } from 'vitest';
import { isoOf, partsOf, yearsBetween } from './month.ts';

describe('a month or a day', () => {
  it.each(['2026-09', '2026-09-30', '2028-02-29'])('comes back as it was: %s', (iso) => {
    expect(isoOf(partsOf(iso))).toBe(iso);
  });

  it('is nothing while it is half typed, and cleared only when it is empty', () => {
    expect(isoOf({ year: 2026, month: undefined, day: undefined })).toBeUndefined();
    expect(isoOf({ year: undefined, month: 3, day: undefined })).toBeUndefined();
    expect(isoOf(partsOf(undefined))).toBeNull();
  });

  it('takes no day that the month does not have', () => {
    expect(isoOf({ year: 2027, month: 2, day: 29 })).toBeUndefined();
    expect(isoOf({ year: 2027, month: 2, day: 28 })).toBe('2027-02-28');
  });
});

describe('the years of a plan', () => {
  it('run from the first to the last', () => {
    expect(yearsBetween('2025-09', '2027-06')).toEqual(['2025', '2026', '2027']);
    expect(yearsBetween('2025-09', undefined)).toEqual(['2025']);
  });

  it('are none where the end comes before the start or a century is mistyped', () => {
    expect(yearsBetween('2027-01', '2026-01')).toEqual([]);
    expect(yearsBetween('2026-01', '2126-01')).toEqual([]);
  });
});

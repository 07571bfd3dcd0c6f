import { describe, expect, it } from 'vitest';
import { findMatches, fold, matches } from './match.ts';

describe('Arabic is matched the way readers do', () => {
  it.each([
    ['مُوَاطِن', 'مواطن', 'vowel marks'],
    ['العـــجز', 'العجز', 'tatweel'],
    ['أجور إلى آخر', 'اجور الي اخر', 'forms of alef and ya'],
    ['الفئة', 'الفيه', 'hamza on ya and ta marbuta'],
    ['٢٠٢٦', '2026', 'digits'],
    ['Économie', 'economie', 'accents and case'],
  ])('%s = %s (%s)', (text, typed) => {
    expect(fold(text)).toBe(fold(typed));
  });

  it('wants every word, in any order', () => {
    expect(matches('ضعف التغطية بالضمان الاجتماعي', 'الاجتماعى ضعف')).toBe(true);
    expect(matches('ضعف التغطية', 'ضعف الاجور')).toBe(false);
  });
});

describe('highlights', () => {
  it('covers the letters with their vowel marks, and never half a letter', () => {
    const text = 'حَقُّ التنظيم';
    const [found] = findMatches(text, 'حق');
    expect(text.slice(...(found as [number, number]))).toBe('حَقُّ');
  });
  it('merges what overlaps', () => {
    expect(findMatches('abcd', 'abc bcd')).toEqual([[0, 4]]);
  });
  it('finds nothing for an empty query', () => {
    expect(findMatches('abc', '  ')).toEqual([]);
  });
});

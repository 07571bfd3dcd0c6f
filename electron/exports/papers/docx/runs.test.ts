import { describe, expect, it } from 'vitest';
import { runsOf } from './runs.ts';

const joined = (line: string, lang: 'ar' | 'en'): string =>
  runsOf(line, lang)
    .map(({ text }) => text)
    .join('');

describe('[room] runs of one script', () => {
  it('keep Latin words out of every run marked right to left', () => {
    for (const line of [
      'ارتفعت الأسعار بنسبة 37.5% (مؤشر CPI).',
      'وفقاً للاتفاقية C131 (1970) والغاية 8.8.2 SDG، 2017',
      'CPI',
      '(CPI) مؤشر',
      '2019–2025',
      'Ministry of Labour وزارة العمل',
    ])
      for (const run of runsOf(line, 'ar')) {
        if (run.rtl) expect(run.text).not.toMatch(/[A-Za-z]/);
        else expect(run.text).not.toMatch(/[\u0600-\u06ff]/);
      }
  });

  it('lose nothing of the line but the isolates', () => {
    const line = 'مؤشر \u2068CPI 2019\u2069، (انظر C131)؛ 37.5%.';
    expect(joined(line, 'ar')).toBe(line.replace(/[\u2068\u2069]/g, ''));
    expect(joined('An Arabic word, «أجور», and more.', 'en')).toBe('An Arabic word, «أجور», and more.');
  });

  it('leave a line of another script whole', () => {
    expect(runsOf('Wages rose by 37.5% (CPI).', 'en')).toEqual([
      { text: 'Wages rose by 37.5% (CPI).', rtl: false },
    ]);
    expect(runsOf('12:30', 'ar')).toEqual([{ text: '12:30', rtl: true }]);
    expect(runsOf('', 'ar')).toEqual([]);
  });

  it('give the mark that ends an Arabic sentence to the Arabic', () => {
    const runs = runsOf('انظر الاتفاقية (CPI).', 'ar');
    expect(runs.at(-1)).toEqual({ text: ').', rtl: true });
    expect(runs.at(-2)).toEqual({ text: 'CPI', rtl: false });
  });

  it('keep groups of digits in the order they are read in, and each part of a line in its place', () => {
    expect(runsOf('البصمة: 103-226-734', 'ar')).toEqual([
      { text: 'البصمة: ', rtl: true },
      { text: '\u200e103-226-734', rtl: false },
    ]);
    expect(runsOf('البند C-011 · 10:05', 'ar')).toEqual([
      { text: 'البند ', rtl: true },
      { text: 'C-011', rtl: false },
      { text: ' \u200f· ', rtl: true },
      { text: '10:05', rtl: true },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { makeFormats } from './formats.ts';
import { LANGS, type LocaleSettings, localeTag } from './locale.ts';
import { parseNumber, separatorsOf } from './parse-number.ts';

const dot = { decimal: '.', group: ',' };
const comma = { decimal: ',', group: '.' };

describe('a number is read as it was meant, whatever the habit of typing', () => {
  it.each([
    ['4567', dot, 4567],
    ['٤٥٦٧', dot, 4567],
    ['۴۵۶۷', comma, 4567],
    ['12.5', comma, 12.5],
    ['12,5', dot, 12.5],
    ['12٫5', dot, 12.5],
    ['١٬٢٣٤٫٥', dot, 1234.5],
    ['1.234', comma, 1234],
    ['1.234', dot, 1.234],
    ['1,234', comma, 1.234],
    ['1.234.567', dot, 1_234_567],
    ['1,234,567.89', comma, 1_234_567.89],
    ['1 234,5', dot, 1234.5],
    ['-3', dot, -3],
    ['0', dot, 0],
    ['5,', dot, 5],
  ])('%s', (typed, separators, meant) => {
    expect(parseNumber(typed, separators)).toBe(meant);
  });

  it('takes nothing for nothing, never for zero', () => {
    expect(parseNumber('  ', dot)).toBeUndefined();
  });

  it.each(['abc', '12x', '1.2.3', '1,23,4', '12,34,567.1', '--1', '.', '1-2'])('refuses %s', (typed) => {
    expect(parseNumber(typed, dot)).toBeNaN();
  });
});

it('reads back what is written in every language, region and kind of digits', () => {
  for (const language of LANGS)
    for (const region of ['MA', 'TN', 'EG', 'SA', 'FR', 'GB', 'ES', 'MX'])
      for (const digits of ['latn', 'arab'] as const) {
        const settings: LocaleSettings = { language, region, digits, calendar: 'gregory' };
        const formats = makeFormats(settings);
        const separators = separatorsOf(localeTag(settings));
        for (const value of [0, 7, 999, 1000, 12_345.5, 1_234_567.25, 98_765_432])
          expect(parseNumber(formats.number(value, { maximumFractionDigits: 3 }), separators)).toBe(value);
      }
});

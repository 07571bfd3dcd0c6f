import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../shared/domain/languages.ts';
import { amount, date, decimal, period } from './formats.ts';
import { sayIn } from './strings.ts';

describe('numbers and dates of reports', () => {
  it('keeps the decimals a figure was given with, in Western digits in every language', () => {
    expect(LANGS.map((lang) => decimal('-12345.40', lang))).toEqual([
      '−12,345.40',
      '−12,345.40',
      '−12\u00a0345,40',
      '−12\u00a0345,40',
    ]);
    expect(decimal('2025', 'en')).toBe('2025');
  });

  it('shows minor units only where there are some, after the digits of the currency', () => {
    expect(amount(1_234_500, 'USD', 'en')).toBe('12,345');
    expect(amount(5, 'USD', 'en')).toBe('0.05');
    expect(amount(1_234_567, 'TND', 'fr')).toBe('1\u00a0234,567');
    expect(amount(1_234_567, 'JPY', 'es')).toBe('1\u00a0234\u00a0567');
  });

  it('says days, months and periods in words', () => {
    expect(date('2025-06-05', 'ar')).toBe('5 حزيران/يونيه 2025');
    expect(date('2025-06', 'es')).toBe('junio de 2025');
    expect(period('2025-03-11', '2025-03-12', 'en', sayIn('en'))).toBe('11–12 March 2025');
    expect(period('2025-03-11', '2025-03-12', 'ar', sayIn('ar'))).toBe('من 11 إلى 12 آذار/مارس 2025');
    expect(period(undefined, '2025-12', 'fr', sayIn('fr'))).toBe('jusqu’à décembre 2025');
  });
});

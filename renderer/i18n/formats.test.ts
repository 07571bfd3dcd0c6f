import { describe, expect, it } from 'vitest';
import { makeFormats } from './formats.ts';
import type { LocaleSettings } from './locale.ts';

const settings = (part: Partial<LocaleSettings>): LocaleSettings => ({
  language: 'ar',
  region: 'EG',
  digits: 'arab',
  calendar: 'gregory',
  ...part,
});
const arabic = makeFormats(settings({}));
const english = makeFormats(settings({ language: 'en', region: 'GB' }));
/** Marks of direction are no part of what is compared. */
const plain = (text: string): string => text.replace(/[\u200e\u200f\u061c]/g, '').replace(/\u00a0/g, ' ');

describe('digits follow the setting, not the region', () => {
  it('writes either digits in Arabic', () => {
    expect(arabic.count(10_000)).toBe('١٠٬٠٠٠');
    expect(makeFormats(settings({ digits: 'latn' })).count(10_000)).toBe('10,000');
  });
  it('writes Latin digits in every other language', () => {
    expect(english.count(10_000)).toBe('10,000');
  });
});

describe('dates', () => {
  it('does not move a calendar day, whatever the time zone', () => {
    expect(english.date('2026-03-01')).toBe('1 Mar 2026');
    expect(english.date('2026-03')).toBe('March 2026');
  });
  it('names months as the region does', () => {
    expect(makeFormats(settings({ region: 'MA', digits: 'latn' })).date('2026-11-03', 'long')).toContain(
      'نونبر',
    );
    expect(makeFormats(settings({ digits: 'latn' })).date('2026-11-03', 'long')).toContain('نوفمبر');
  });
  it('shows the Hijri date beside the Gregorian one when chosen', () => {
    const both = makeFormats(settings({ calendar: 'islamic-umalqura', digits: 'latn' })).date('2026-11-23');
    expect(plain(both)).toMatch(/2026.*\(.*1448/);
  });
  it('answers what it was given where it is no date', () => {
    expect(english.date('soon')).toBe('soon');
  });
  it('joins a period and leaves open ends open', () => {
    expect(plain(english.dateRange('2025-03-11', '2025-06-05'))).toMatch(/11 Mar.*5 Jun 2025/);
    expect(english.dateRange('2025-03-11', undefined)).toBe('11 Mar 2025');
  });
  it('tells a span in words', () => {
    const now = Date.parse('2026-03-14T12:00:00Z');
    expect(english.relative('2026-03-11T12:00:00Z', now)).toBe('3 days ago');
    expect(english.relative('2026-03-14T11:59:30Z', now)).toBe('now');
  });
});

describe('money is integer minor units', () => {
  it('knows how many decimals a currency has', () => {
    expect(plain(english.money(123_456_789, 'TND'))).toBe('TND 123,456.789');
    expect(plain(english.money(12_345, 'USD'))).toBe('USD 123.45');
    expect(plain(english.money(12_345, 'JPY'))).toBe('JPY 12,345');
  });
  it('leaves empty decimals out', () => {
    expect(plain(english.money(5000, 'USD'))).toBe('USD 50');
  });
});

it('keeps the decimals of a figure as they were recorded', () => {
  expect(english.decimal('11.40')).toBe('11.40');
  expect(english.decimal('-1200')).toBe('-1,200');
});

it('sorts numbers inside words as numbers', () => {
  expect(['D-10', 'D-9'].sort(english.compare)).toEqual(['D-9', 'D-10']);
});

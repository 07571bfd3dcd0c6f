import { describe, expect, it } from 'vitest';
import { guessLocale, type LocaleSettings, localeTag, secondCalendarTag } from './locale.ts';

const arabic: LocaleSettings = { language: 'ar', region: 'MA', digits: 'arab', calendar: 'islamic-umalqura' };

describe('locale tag', () => {
  it('carries language, region and digits, and always the calendar dates are stored in', () => {
    expect(localeTag(arabic)).toBe('ar-MA-u-ca-gregory-nu-arab');
    expect(secondCalendarTag(arabic)).toBe('ar-MA-u-ca-islamic-umalqura-nu-arab');
  });

  it('keeps Arabic-Indic digits out of other languages', () => {
    expect(localeTag({ ...arabic, language: 'fr' })).toBe('fr-MA-u-ca-gregory-nu-latn');
  });
});

describe('guess on the first start', () => {
  it('takes the first language we speak, with its region and usual digits', () => {
    expect(guessLocale(['de-DE', 'ar-EG'])).toMatchObject({ language: 'ar', region: 'EG', digits: 'arab' });
    expect(guessLocale(['fr-TN', 'ar'])).toMatchObject({ language: 'fr', region: 'TN', digits: 'latn' });
  });

  it('begins in Arabic where none is known', () => {
    expect(guessLocale(['de-DE', 'zh'])).toMatchObject({ language: 'ar', digits: 'latn' });
  });
});

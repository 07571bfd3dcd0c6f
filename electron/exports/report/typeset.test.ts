import { describe, expect, it } from 'vitest';
import { sayIn } from './strings.ts';
import { block, typesetLine } from './typeset.ts';

const reader = { lang: 'fr', authentic: 'ar', say: sayIn('fr') } as const;
const entry = (text: string, status: 'original' | 'draft' = 'original') => ({ text, status });

describe('text on paper', () => {
  it('keeps codes and ranges in one piece among Arabic words', () => {
    expect(typesetLine('مؤشر SDG 8.8.2 للفترة 2024-2025.', 'ar')).toBe(
      'مؤشر \u2068SDG 8.8.2\u2069 للفترة \u20682024-2025\u2069.',
    );
    expect(typesetLine('Convention C087', 'en')).toBe('Convention C087');
  });

  it('takes out what would turn a text round', () => {
    expect(typesetLine('a\u202eb\u2066c\u2069d\u202c\u0007', 'en')).toBe('abcd');
  });

  it('falls back to the authentic language and says so', () => {
    const found = block({ ar: entry('نص'), en: entry('text') }, reader);
    expect(found).toMatchObject({ lang: 'ar', foreign: 'Texte en arabe', draft: false });
  });

  it('marks a translation nobody has checked, and cuts a text into its paragraphs', () => {
    const found = block({ fr: entry('un\r\n\ndeux', 'draft') }, reader);
    expect(found).toEqual({ paragraphs: ['un', 'deux'], lang: 'fr', foreign: null, draft: true });
  });
});

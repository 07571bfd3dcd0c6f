import { expect, test } from 'vitest';
import { hasNoText } from './text-languages.ts';

const preview = { untranslated: { ar: 0, en: 3, fr: 5 }, holds: { deficit: 5 } };

test('a language has no text only when neither the title nor any deficit is written in it', () => {
  expect(hasNoText('fr', { title: { ar: 'حوار' } }, preview)).toBe(true);
  expect(hasNoText('en', { title: { ar: 'حوار' } }, preview)).toBe(false);
  expect(hasNoText('fr', { title: { fr: 'Dialogue' } }, preview)).toBe(false);
});

test('before the preview has come no language is ruled out', () => {
  expect(hasNoText('fr', { title: {} }, undefined)).toBe(false);
});

test('an empty dossier can be exported in the language of its title alone', () => {
  const empty = { untranslated: { ar: 0, fr: 0 }, holds: { deficit: 0 } };
  expect(hasNoText('ar', { title: { ar: 'حوار' } }, empty)).toBe(false);
  expect(hasNoText('fr', { title: { ar: 'حوار' } }, empty)).toBe(true);
});

import { expect, test } from 'vitest';
import { anyCodelist } from '../reference/all.ts';
import { LANGS } from './languages.ts';
import { makeTypeahead } from './typeahead.ts';

const entriesOf = (name: 'instruments' | 'sdg' | 'affected-groups') =>
  anyCodelist(name).items.map(({ id, labels }) => ({
    id,
    label: labels.ar,
    also: LANGS.filter((lang) => lang !== 'ar').map((lang) => labels[lang]),
  }));
const instruments = entriesOf('instruments');
const inInstruments = makeTypeahead(instruments);
const first = (typed: string): string | undefined => instruments[inInstruments.find(typed)[0] ?? -1]?.id;

test.each([
  ['by its code', 'C087', 'C087'],
  ['by its number alone', '190', 'C190'],
  ['in Arabic digits', '١٩٠', 'C190'],
  ['in Arabic, whatever the forms of its letters', 'الحريه النقابيه', 'C087'],
  ['in Arabic with marks', 'الحُرِّيَّة النقابية', 'C087'],
  ['in English', 'freedom of association prot', 'C087'],
  ['in French without its accents', 'liberte syndicale', 'C087'],
  ['in Spanish', 'libertad sindical', 'C087'],
])('an instrument is found %s', (_, typed, id) => {
  expect(inInstruments.find(typed).map((at) => instruments[at]?.id)).toContain(id);
});

test('a code is found before a word that merely holds it', () => {
  expect(first('C111')).toBe('C111');
  const targets = entriesOf('sdg');
  expect(targets[makeTypeahead(targets).find('8.5')[0] ?? -1]?.id).toBe('8.5');
});

test('the beginning of a label stands before other words of it, and these before other languages', () => {
  const list = makeTypeahead([
    { id: 'a', label: 'البيت', also: ['women at home'] },
    { id: 'b', label: 'older women' },
    { id: 'c', label: 'women' },
  ]);
  expect(list.find('wom')).toEqual([2, 1, 0]);
});

test('letters within a word are found where no word begins with them', () => {
  const list = makeTypeahead([{ id: 'a', label: 'undertakings' }]);
  expect(list.find('taking')).toEqual([0]);
  expect(list.find('taken')).toEqual([]);
});

test('every word that was typed has to be there', () => {
  const groups = entriesOf('affected-groups');
  const list = makeTypeahead(groups);
  for (const at of list.find('workers mig')) expect(groups[at]?.also?.join(' ').toLowerCase()).toMatch(/mig/);
});

import { describe, expect, test } from 'vitest';
import { findHits, indexText, normaliseForSearch, queryWords, snippetOf } from './search-text.ts';

const marked = (text: string, query: string): string[] =>
  findHits(text, query).map(({ start, end }) => text.slice(start, end));

describe('Arabic', () => {
  test.each([
    ['vowel marks', 'العَدَالَةُ الاجتماعيّة', 'العدالة الاجتماعية'],
    ['tatweel', 'حـــوار', 'حوار'],
    ['forms of alef', 'إضراب أجور آليات ٱلعمل', 'اضراب اجور اليات العمل'],
    ['ya and alef maqsura', 'مستوى', 'مستوي'],
    ['ta marbuta', 'هيئة', 'هيئه'],
    ['hamza on its seats', 'مسؤول', 'مسوول'],
    ['Arabic and Persian digits', 'المادة ٤١ و۴۱', 'المادة 41 و41'],
    ['letters of other keyboards', 'کارگر', 'كاركر'],
    ['marks of direction', '\u200fحوار\u200e', 'حوار'],
  ])('%s do not matter', (_what, one, other) => {
    expect(normaliseForSearch(one)).toBe(normaliseForSearch(other));
  });

  test('a word is found with its article and without, and with what is written onto it', () => {
    for (const query of ['عدالة', 'العدالة', 'عداله', 'العَدالة'])
      expect(marked('والعدالة للعدالة بالعدالة عدالة', query)).toHaveLength(4);
  });

  test('a word whose own letters look like an article is found behind one', () => {
    expect(marked('الالتزام بالمعايير', 'التزام')).toEqual(['التزام']);
    expect(marked('التزام', 'الالتزام')).toHaveLength(1);
    expect(indexText('الالتزام').split(' ')).toEqual(['الالتزام', 'التزام', 'تزام']);
  });

  test('a hit holds the vowel marks of the original', () => {
    expect(marked('قال إنّ العَدَالَةَ أساس', 'عدالة')).toEqual(['عَدَالَةَ']);
  });
});

describe('Latin letters', () => {
  test.each([
    ['négociation', 'negociation'],
    ['NÉGOCIATION', 'négociation'],
    ['cœur', 'coeur'],
    ['Español', 'espanol'],
    ['Straße', 'strasse'],
  ])('%s and %s are one', (one, other) => {
    expect(normaliseForSearch(one)).toBe(normaliseForSearch(other));
  });

  test('words are found from their beginning on', () => {
    expect(marked('Inspection of inspectors, reinspected', 'inspect')).toEqual(['Inspect', 'inspect']);
  });

  test('a sign that stands for several words is marked once', () => {
    expect(findHits('ﷺ', 'الله عليه')).toHaveLength(1);
  });
});

test('a query has at most eight words, each once, and none where no word was typed', () => {
  expect(queryWords('a b c d e f g h i j')).toHaveLength(8);
  expect(queryWords('work work العمل عمل')).toEqual(['work', 'عمل']);
  expect(queryWords(' «»…!')).toEqual([]);
});

test('a piece of a long text stands around its first hit, cut between words', () => {
  const text = `${'before '.repeat(60)}inspection ${'after '.repeat(60)}`;
  const piece = snippetOf(text, 'inspection', 80) as string;
  expect(piece).toMatch(/^…before .*inspection .*after…$/);
  expect(piece.length).toBeLessThan(90);
  expect(snippetOf(text, 'nowhere')).toBeNull();
  expect(snippetOf('short inspection', 'inspection')).toBe('short inspection');
});

test.each([
  ['a Latin word among Arabic ones', 'حوار ILO حوار', 'ilo', ['ILO']],
  ['a wide Latin letter', 'حوار ｗork', 'work', ['ｗork']],
  ['an Arabic word among Latin ones', 'the حوار', 'حوار', ['حوار']],
  ['no Latin word in an Arabic text', 'حوار، ٢٠٢٦ (حوار)', 'work', []],
  ['no Arabic word in a Latin text', 'œuvre – ½', 'حوار', []],
])('%s', (_what, text, query, hits) => {
  expect(marked(text, query)).toEqual(hits);
});

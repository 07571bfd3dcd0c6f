import { describe, expect, test } from 'vitest';
import { CodeBook } from './code-book.ts';
import { guessColumn, guessColumns, guessHeader, guessKind } from './guess.ts';
import {
  dateOf,
  figureOf,
  hasHidden,
  instrumentCode,
  listItems,
  ownNumber,
  periodOf,
  shortNumber,
  withoutHidden,
} from './values.ts';

describe('values', () => {
  test.each([
    ['11.40', '11.40'],
    ['١١٫٤٠', '11.40'],
    ['۱۲۳', '123'],
    ['1 234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ['1,234,567', '1234567'],
    ['٬١٬٢٣٤', '1234'],
    ['−3,5 %', '-3.5'],
    ['0,125', '0.125'],
  ])('figure %s is %s', (text, figure) => expect(figureOf(text)).toEqual({ figure }));

  test('what may be thousands or decimals is not guessed, and what is no number is none', () => {
    expect(figureOf('1,234')).toEqual({ problem: 'number-ambiguous' });
    for (const text of ['', 'n/a', '1e5', '12..5', '1,23,4', '--1', `1.${'1'.repeat(11)}`])
      expect(figureOf(text)).toEqual({ problem: 'number-invalid' });
  });

  test('days, years and periods in mixed digits', () => {
    expect(['2026-01-31', '31/01/2026', '٣١/١/٢٠٢٦', '2026-01-31T00:00:00Z'].map(dateOf)).toEqual(
      Array.from({ length: 4 }, () => '2026-01-31'),
    );
    expect(['2026-02-30', '13/13/2026', '31-01-26', ''].map(dateOf)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    expect(periodOf('٢٠٢٤')).toEqual({ year: 2024 });
    expect(periodOf('2024Q3')).toEqual({ year: 2024, part: { text: '2024Q3', from: '2024-07-01' } });
    expect(periodOf('2024-M11')).toEqual({ year: 2024, part: { text: '2024-M11', from: '2024-11-01' } });
    for (const text of ['1850', '2024Q5', '24', '2024M13', 'year']) expect(periodOf(text)).toBeUndefined();
  });

  test('numbers of deficits and codes of instruments in the ways people write them', () => {
    expect(['D-014b', '14b', '014B', 'd 14b'].map(shortNumber)).toEqual(
      Array.from({ length: 4 }, () => '014b'),
    );
    expect(['D-001', 'D-1', 'd 1', 'D-٠٠١', 'D\u2011۱'].map(ownNumber)).toEqual(
      Array.from({ length: 5 }, () => '001'),
    );
    for (const text of ['1', '001', '٠٠١', '14b', 'R-1', 'D', 'D-1/2024'])
      expect(ownNumber(text)).toBeUndefined();
    expect(['C87', 'c.087', 'C 87', 'C٠٨٧'].map(instrumentCode)).toEqual(
      Array.from({ length: 4 }, () => 'C087'),
    );
    expect(instrumentCode('87')).toBeUndefined();
  });

  test('marks that turn or hide text are found; those that Arabic and Persian need are not', () => {
    for (const mark of ['\u202a', '\u202e', '\u2066', '\u2069', '\u0007']) {
      expect(hasHidden(`a${mark}b`)).toBe(true);
      expect(withoutHidden(`a${mark}b`)).toBe('ab');
    }
    for (const mark of ['\u200c', '\u200f', '\u061c', '\n', '\t']) expect(hasHidden(`a${mark}b`)).toBe(false);
  });
});

describe('a book of codes', () => {
  const book = new CodeBook([
    { id: 'TA1', labels: { ar: 'إعمال حقوق العمل', en: 'Labour rights' } },
    { id: 'TA2', labels: { ar: 'الحماية', en: 'Protection' } },
    { id: 'TA3', labels: { en: 'Protection' } },
  ]);
  test('finds a code by itself or by its name, whatever the marks, case and forms of letters', () => {
    expect(
      ['ta1', ' TA1 ', 'اعمال حقوق العمل', 'إِعمال حقوق العمل', 'LABOUR  rights'].map((text) =>
        book.resolve(text),
      ),
    ).toEqual(Array.from({ length: 5 }, () => 'TA1'));
  });
  test('takes a name that two codes share for neither', () => {
    expect(book.resolve('Protection')).toBeUndefined();
    expect(book.resolve('الحماية')).toBe('TA2');
  });
});

test('names in a list may hold commas themselves: the longest that is known is taken', () => {
  const known = new Map([
    ['a', 1],
    ['b, c or d', 2],
    ['b', 3],
    ['e', 4],
  ]);
  const read = (text: string) => listItems(text, (item) => known.get(item));
  expect(read('a, b, c or d; e')).toEqual([1, 2, 4]);
  expect(read('b، a؛ e')).toEqual([3, 1, 4]);
  expect(read('a, x, e')).toEqual([1, undefined, 4]);
  expect(read(' ; ')).toEqual([]);
});

describe('guesses', () => {
  test('columns are known by their names in four languages, with a language behind', () => {
    expect(guessColumn('deficits', 'Title (en)')).toEqual({ target: 'title', lang: 'en' });
    expect(guessColumn('deficits', 'العنوان – العربية')).toEqual({ target: 'title', lang: 'ar' });
    expect(guessColumn('deficits', 'Énoncé')).toEqual({ target: 'statement', lang: null });
    expect(guessColumn('deficits', 'Gravedad – Trabajadores')).toEqual({ target: 'severity.W', lang: null });
    for (const [name, seat] of [
      ['Strength of evidence: Government', 'G'],
      ['قوة الأدلة: أصحاب العمل', 'E'],
      ['Solidité des éléments probants : Travailleurs', 'W'],
      ['Solidez de las pruebas: Gobierno', 'G'],
      ['Evidence E', 'E'],
    ] as const)
      expect(guessColumn('deficits', name).target, name).toBe(`evidenceHeld.${seat}`);
    expect(guessColumn('deficits', 'Strength of evidence').target).toBe('evidenceStrength');
    expect(guessColumn('deficits', 'Comments')).toEqual({ target: null, lang: null });
  });

  test('of two columns for one place the first has it; sets may have several', () => {
    expect(
      guessColumns('deficits', ['title', 'title', 'instruments', 'conventions']).map(({ target }) => target),
    ).toEqual(['title', null, 'instruments', 'instruments']);
  });

  test('the header is the row most names of which are known, below a banner or not', () => {
    expect(guessHeader([['A banner'], [], ['Title', 'Area'], ['one', 'TA1']])).toBe(2);
    expect(
      guessHeader([
        ['x', 'y'],
        ['1', '2'],
      ]),
    ).toBe(0);
    expect(guessHeader([[''], ['only']])).toBe(1);
  });

  test('the kind is told by the columns that only it has', () => {
    expect(guessKind(['ref_area', 'indicator', 'sex', 'time', 'obs_value'])).toBe('evidence');
    expect(guessKind(['DATAFLOW', 'REF_AREA', 'TIME_PERIOD', 'OBS_VALUE'])).toBe('evidence');
    expect(guessKind(['country', 'code', 'date', 'status', 'denounced', 'note'])).toBe('ratifications');
    expect(guessKind(['العنوان', 'المجال'])).toBe('deficits');
    expect(guessKind(['a', 'b'])).toBe('deficits');
  });
});

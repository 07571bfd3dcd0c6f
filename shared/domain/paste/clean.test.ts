import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import rawdania from '../../demo/rawdania.json' with { type: 'json' };
import { clean } from './clean.ts';
import { lettersOf } from './letters.ts';
import type { PasteKind } from './types.ts';

const kindsOf = (text: string): PasteKind[] => clean(text).changes.map(({ kind }) => kind);

/** As it was laid out: shapes of letters, from left to right. A stand-in for what old PDFs hold. */
const VISUAL = 'ﺔﻴﻋﺎﻤﺘﺟﻻﺍ ﺔﻟﺍﺪﻌﻟﺍ';

/** Each fault with what it should be, from texts as they come out of PDFs. */
const SAMPLES: readonly (readonly [kind: PasteKind, dirty: string, cleaned: string])[] = [
  ['control', '\u202bالحماية الاجتماعية\u202c', 'الحماية الاجتماعية'],
  ['control', 'اتفاقية\u200f رقم 87', 'اتفاقية رقم 87'],
  ['presentation', 'ﺍﻟﻌﺪﺍﻟﺔ ﺍﻻﺟﺘﻤﺎﻋﻴﺔ', 'العدالة الاجتماعية'],
  ['presentation', 'ofﬁcial conﬂict', 'official conflict'],
  ['order', VISUAL, 'العدالة الاجتماعية'],
  ['order', 'ةيعامتجالا ةلادعلا', 'العدالة الاجتماعية'],
  ['order', '2023 (347) ةيلامعلا ةيعامتجالا ةلادعلا', 'العدالة الاجتماعية العمالية (347) 2023'],
  ['lam-alef', 'الحماية االجتماعية واإلنسان', 'الحماية الاجتماعية والإنسان'],
  ['lam-alef', 'باألمن', 'بالأمن'],
  ['kashida', 'العــــدالة', 'العدالة'],
  ['mark', 'الم ُستوى المعيشي للعمال', 'المُستوى المعيشي للعمال'],
  ['mark', 'كتاب ٌ جديد عن العمل', 'كتابٌ جديد عن العمل'],
  ['mark', 'كتاب ٌجديد عن العمل', 'كتابٌ جديد عن العمل'],
  ['split', 'العدال ة الاجتماعية', 'العدالة الاجتماعية'],
  ['split', 'في ال عمل اللائق', 'في العمل اللائق'],
  ['split', 'ا لحماية الاجتماعية', 'الحماية الاجتماعية'],
  ['split', 'ا ل ح م ا ي ة', 'الحماية'],
  ['hyphen', 'social pro-\ntection floors', 'social protection floors'],
  ['hyphen', 'pro\u00adtection', 'protection'],
  [
    'line',
    'تحتاج الحماية الاجتماعية إلى تمويل يكفي جميع العمال\nفي القطاع غير المنظم',
    'تحتاج الحماية الاجتماعية إلى تمويل يكفي جميع العمال في القطاع غير المنظم',
  ],
  ['space', 'العمل   اللائق', 'العمل اللائق'],
];

describe('each fault of a pasted text is mended and marked with its kind', () => {
  test.each(SAMPLES)('%s: %s', (kind, dirty, cleaned) => {
    expect(clean(dirty).result).toBe(cleaned);
    expect(kindsOf(dirty)).toContain(kind);
  });

  test('a page with many faults at once', () => {
    const page = 'ﺍﻟﻌﺪﺍﻟﺔ  االجتماعي ة\u200f حـــق\n\n\n\nC087 و ﺍﻟﻤﺎدة 2';
    expect(clean(page).result).toBe('العدالة الاجتماعية حق\n\nC087 و المادة 2');
  });
});

describe('what is not sure is suggested and not done', () => {
  test.each([
    ['words that seem to stand in the wrong order', '.اللائق العمل إلى الوصول', 'الوصول إلى العمل اللائق.'],
    ['an ending that may be a word', 'الاجتماع ية والعمل', 'الاجتماعية والعمل'],
  ])('%s', (_, dirty, meant) => {
    const { result, changes } = clean(dirty);
    expect(result).toBe(dirty);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ sure: false, applied: false });
    expect(clean(dirty, { accepted: new Set(changes.map(({ id }) => id)) }).result).toBe(meant);
  });
});

test('a change that is refused leaves its place as it was, and the others stand', () => {
  const dirty = 'العــدالة  والعــمل';
  const { changes } = clean(dirty);
  expect(changes.map(({ kind, from }) => [kind, from])).toEqual([
    ['kashida', [3, 5]],
    ['space', [9, 11]],
    ['kashida', [15, 17]],
  ]);
  const again = clean(dirty, { refused: new Set([changes[0]?.id as string]) });
  expect(again.result).toBe('العــدالة والعمل');
  expect(again.changes[0]).toMatchObject({ applied: false, to: [3, 5] });
});

test('a change says where it stands in the original and in the result', () => {
  const dirty = 'حق ﺍﻟﻌﺪﺍﻟﺔ في العمل';
  const { result, changes } = clean(dirty);
  expect(changes.map(({ from, to }) => [dirty.slice(...from), result.slice(...to)])).toEqual([
    ['ﺍﻟﻌﺪﺍﻟﺔ', 'العدالة'],
  ]);
});

/** Every text in a value of JSON. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* textsIn(inner);
}

test('text that is clean is never touched, nor is a change suggested', () => {
  const locales = join(import.meta.dirname, '../../locales');
  const files = readdirSync(locales, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  const words = files.map((name) => JSON.parse(readFileSync(join(locales, name), 'utf8')) as unknown);
  const texts = [...textsIn(rawdania), ...textsIn(words)];
  expect(texts.length).toBeGreaterThan(5000);
  for (const text of texts) {
    const { result, changes } = clean(text);
    expect({ text, result, changes }).toEqual({ text, result: text, changes: [] });
  }
});

/** How often each letter and digit occurs, whatever its shape; kashida is none. */
function lettersIn(text: string): { [letter: string]: number } {
  const counts: { [letter: string]: number } = {};
  for (const unit of text)
    for (const letter of lettersOf(unit).replace(/[^\p{L}\p{N}\p{M}]|\u0640/gu, ''))
      counts[letter] = (counts[letter] ?? 0) + 1;
  return counts;
}

const pieces = SAMPLES.map(([, dirty]) => dirty);
const messy = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.constantFrom(
        ' ',
        '\n',
        '\n\n',
        '  ',
        '. ',
        'ـ',
        'َ',
        'ّ',
        ' ٌ',
        'ا',
        'ال',
        'ة',
        'و ',
        'ILO',
        '2023',
        '(',
        '»',
        '\u202e',
      ),
      fc.string({ unit: fc.constantFrom(...'ابتةىلأإموي ـَّﺍﻝﻻﻟﺔ-\n.،12aé'), maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('no letter is ever lost, whatever is cleaned', () => {
  fc.assert(
    fc.property(messy, (text) => {
      expect(lettersIn(clean(text).result)).toEqual(lettersIn(text));
    }),
    { numRuns: 1500 },
  );
});

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(messy, (text) => {
      const once = clean(text).result;
      expect(clean(once).result).toBe(once);
    }),
    { numRuns: 1500 },
  );
});

test('with every change refused the text is as it was', () => {
  fc.assert(
    fc.property(messy, (text) => {
      const refused = new Set<string>();
      // A refusal can bring others to light.
      for (let known = -1; known < refused.size; ) {
        known = refused.size;
        for (const { id } of clean(text, { refused }).changes) refused.add(id);
      }
      expect(clean(text, { refused }).result).toBe(text);
    }),
    { numRuns: 300 },
  );
});

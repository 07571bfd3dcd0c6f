/** Faults within words: shapes instead of letters, kashida, marks that wandered, blanks where none belong. */
import { ARABIC, isShaped, lettersOf, MARK, SHAPED } from './letters.ts';
import type { Sheet } from './sheet.ts';

const pattern = (source: string): RegExp => new RegExp(source, 'gu');
const START = `(?<![${ARABIC}${MARK}])`;
const END = `(?![${ARABIC}${MARK}])`;

export const plainLetters = (sheet: Sheet): boolean =>
  sheet.each(pattern(`[${SHAPED}](?:[${SHAPED}${ARABIC}${MARK} ]*[${SHAPED}])?`), (_, start, end) =>
    sheet.offer(
      'presentation',
      start,
      end,
      sheet
        .cells(start, end)
        .flatMap((cell) => (isShaped(cell.unit) ? sheet.spelled(cell, lettersOf(cell.unit)) : [cell])),
    ),
  );

/** Only between letters: «هـ» after a year is written with one. */
export const withoutKashida = (sheet: Sheet): boolean =>
  sheet.drop('kashida', pattern(`(?<=[${ARABIC}${MARK}])\\u0640+(?=[${MARK}]*[${ARABIC}])`));

/** «اال» for «الا» at the beginning of a word, with any of the alefs: no word begins with two. */
export const lamBeforeAlef = (sheet: Sheet): boolean =>
  sheet.each(pattern(`(?<=${START}[وفبك]{0,2}ا)[اأإآ]ل(?=[${ARABIC}])`), (_, start, end) =>
    sheet.offer('lam-alef', start, end, [...sheet.cells(start, end)].reverse()),
  );

/** Tanween ends a word; but for the alef that is written behind it. */
const TANWEEN = /[\u064b-\u064d]/;

/** A mark never begins a word: one behind a blank belongs to the letter before it. */
export const marksOnLetters = (sheet: Sheet): boolean => {
  const { text } = sheet;
  const marks = text.match(pattern(`[${MARK}]`))?.length ?? 0;
  const letters = text.match(pattern(`[${ARABIC}]`))?.length ?? 0;
  const isVocalised = marks > letters / 4;
  return sheet.each(
    pattern(`(?<=[${ARABIC}${MARK}])([ \\t]+)([${MARK}]+)(?=([${ARABIC}]?))`),
    (match, start, end) => {
      const [, blanks = '', found = '', next = ''] = match;
      const cells = sheet.cells(start, end);
      const moved = cells.slice(blanks.length);
      const isWordEnd = next !== '' && (isVocalised || (TANWEEN.test(found) && next !== 'ا'));
      return sheet.offer(
        'mark',
        start,
        end,
        isWordEnd ? [...moved, ...cells.slice(0, blanks.length)] : moved,
      );
    },
  );
};

const ABJAD = 'أبجدهوزحطيكلمن';
const ALPHABET = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
/** Letters one by one that number the items of a list. */
const isListing = (letters: string): boolean => {
  const plain = letters.replace(/[اأ]/g, 'أ');
  return ABJAD.includes(plain) || ALPHABET.includes(plain);
};

export function joinedWords(sheet: Sheet): boolean {
  let any = false;
  const drop = (source: string, sure = true): void => {
    if (sheet.drop('split', pattern(source), sure)) any = true;
  };
  // Letters set apart one by one.
  const spaced = sheet.each(
    pattern(`${START}(?:[${ARABIC}][${MARK}]* ){3,}[${ARABIC}][${MARK}]*${END}`),
    (match, start, end) => {
      if (isListing(match[0].replace(pattern(`[ ${MARK}]`), ''))) return false;
      const letters = sheet.cells(start, end).filter(({ unit }) => unit !== ' ');
      return sheet.offer('split', start, end, letters);
    },
  );
  if (spaced) any = true;
  // No word is «ال» alone, none is an alef before a lam, and none is ة or ى.
  drop(`(?<=${START}ال) (?=[${ARABIC}]{2})`);
  drop(`(?<=${START}[وفبك]?ا) (?=ل[${ARABIC}]{3})`);
  drop(`(?<=[${ARABIC}]{2}[${MARK}]*) (?=[ةى][${MARK}]*(?![${ARABIC}${MARK})]|[.-]))`);
  // These may be words, or the ends of one.
  drop(`(?<=[${ARABIC}]{2}) (?=(?:ية|ات|اء|ئ[${ARABIC}]+|ؤ[${ARABIC}]+)${END}[^)])`, false);
  drop(`(?<=${START}[${ARABIC}]{2,}) (?=[دذرزطظعغفقنهي] [${ARABIC}]{2})`, false);
  return any;
}

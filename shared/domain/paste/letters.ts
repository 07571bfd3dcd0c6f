/** Classes of characters, as the inside of a character class. */
export const ARABIC = '\\u0620-\\u063f\\u0641-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5\\u06fa-\\u06ff';
/** Vowel marks and the like: they stand on the letter before them. */
export const MARK =
  '\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed';
/** Letters in the shape they have in a word, as old PDFs hold them; words written as one sign (ﷺ) are no such. */
export const SHAPED = '\\ufb00-\\ufb06\\ufb50-\\ufbb1\\ufbd3-\\ufd3d\\ufd50-\\ufdcf\\ufe70-\\ufefc';

const shaped = new RegExp(`[${SHAPED}]`);
export const isShaped = (unit: string): boolean => shaped.test(unit);

/** The letters a shape stands for. A mark that stood alone is drawn on a blank or a kashida: those are left out. */
export const lettersOf = (unit: string): string => unit.normalize('NFKC').replace(/[ \u0640]/g, '') || unit;

export type Shape = 'isolated' | 'final' | 'initial' | 'medial';
const SHAPES: readonly Shape[] = ['isolated', 'final', 'initial', 'medial'];

/** The shape of a letter of the block U+FE80–FEFC: each letter's shapes stand there side by side, in this order. */
export function shapeOf(unit: string): Shape | undefined {
  const code = unit.charCodeAt(0);
  if (code < 0xfe80 || code > 0xfefc) return undefined;
  const letters = lettersOf(unit);
  let first = code;
  while (first > 0xfe80 && lettersOf(String.fromCharCode(first - 1)) === letters) first -= 1;
  return SHAPES[code - first];
}

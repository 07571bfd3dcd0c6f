/**
 * Cleans text that was copied out of a PDF. Pure, and careful: a change that is not sure is only suggested, and no
 * letter is ever lost. Clean text comes back as it is; cleaning twice is cleaning once.
 */
import { singleBlanks, wholeSentences, withoutControls, withoutHyphens } from './lines.ts';
import { readLines } from './order.ts';
import { Sheet } from './sheet.ts';
import type { Cleaned, PasteChoices } from './types.ts';
import { joinedWords, lamBeforeAlef, marksOnLetters, plainLetters, withoutKashida } from './words.ts';

/** Shapes tell the order of a line, so it is read before they become letters. */
const PASSES: readonly ((sheet: Sheet) => boolean)[] = [
  withoutControls,
  readLines,
  plainLetters,
  withoutKashida,
  lamBeforeAlef,
  marksOnLetters,
  joinedWords,
  withoutHyphens,
  wholeSentences,
  singleBlanks,
];
/** One change can bring another to light; more rounds than this nothing has ever needed. */
const ROUNDS = 12;

export function clean(original: string, choices: PasteChoices = {}): Cleaned {
  const sheet = new Sheet(original, choices);
  for (let round = 0; round < ROUNDS; round += 1) {
    const applied = PASSES.map((pass) => pass(sheet));
    if (!applied.includes(true)) break;
  }
  return sheet.done();
}

/** Faults between words: lines broken where the page ended, hyphens, blanks, and signs nobody sees. */
import { ARABIC } from './letters.ts';
import type { Sheet } from './sheet.ts';

/**
 * Embeddings, overrides and joiners of lines; not the joiners of letters, which Persian is written with, and not a
 * lone mark of direction beside a sign: people set those («بـ ‎.hiwar»).
 */
export function withoutControls(sheet: Sheet): boolean {
  const embedded = sheet.drop('control', /[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu);
  const stray = sheet.drop(
    'control',
    /(?<![\p{P}\p{S}])[\u061c\u200e\u200f]+(?![\p{P}\p{S}\u061c\u200e\u200f])/gu,
  );
  return embedded || stray;
}

export function withoutHyphens(sheet: Sheet): boolean {
  const soft = sheet.drop('hyphen', /\u00ad(?:[ \t]*\r?\n[ \t]*)?/gu);
  const hard = sheet.drop('hyphen', /(?<=\p{Ll})-[ \t]*\r?\n[ \t]*(?=\p{Ll})/gu);
  return soft || hard;
}

const SENTENCE_END = /[.!?؟؛:…][»”")\]]*[ \t]*$/;
const GOES_ON = new RegExp(`^[ \\t]*[${ARABIC}\\p{Ll}]`, 'u');
const IS_ITEM = /^[ \t]*(?:[-–•·*]|\p{L}{1,2}[).-]|[\p{N}]+[).-])/u;
/** Shorter lines are headings, items and addresses, whatever stands below them. */
const SHORTEST = 40;

/** A line is broken by the page where the next word would not have fitted into it. */
export function wholeSentences(sheet: Sheet): boolean {
  const lines = [...sheet.text.matchAll(/[^\r\n]+/g)];
  const longest = Math.max(0, ...lines.map(([line]) => line.trim().length));
  let any = false;
  for (let at = lines.length - 2; at >= 0; at -= 1) {
    const [line, next] = [lines[at], lines[at + 1]] as [RegExpExecArray, RegExpExecArray];
    const end = line.index + line[0].length;
    const between = sheet.text.slice(end, next.index);
    if (!/^\r?\n$/.test(between)) continue;
    const text = line[0].trim();
    if (text.length < SHORTEST || SENTENCE_END.test(line[0])) continue;
    if (!GOES_ON.test(next[0]) || IS_ITEM.test(next[0])) continue;
    const [word = ''] = next[0].trim().split(/\s/, 1);
    if (text.length + 1 + word.length < 0.85 * longest) continue;
    const start = end - (line[0].length - line[0].trimEnd().length);
    const stop = next.index + (next[0].length - next[0].trimStart().length);
    const [first] = sheet.cells(start, stop);
    if (first && sheet.offer('line', start, stop, sheet.spelled(first, ' '))) any = true;
  }
  return any;
}

export function singleBlanks(sheet: Sheet): boolean {
  const between = sheet.each(/(?<=\S)[ \t]{2,}(?=\S)/gu, (_, start, end) =>
    sheet.offer('space', start, end, sheet.spelled(sheet.cells(start, end)[0] as never, ' ')),
  );
  const behind = sheet.drop('space', /(?<=\S)[ \t]+(?=\r?\n)/gu);
  const lines = sheet.drop('space', /(?<=\n\r?\n)(?:[ \t]*\r?\n)+/gu);
  return between || behind || lines;
}

/** Lines that a PDF holds as they are seen, from left to right, instead of as they are read. */
import { ARABIC, lettersOf, MARK, shapeOf } from './letters.ts';
import type { Cell, Sheet } from './sheet.ts';

/** How much in a line speaks for each way of reading. */
export interface Evidence {
  readonly forward: number;
  readonly backward: number;
}

const WORD = new RegExp(`[${ARABIC}${MARK}\\ufb50-\\ufdcf\\ufe70-\\ufefc]+`, 'gu');
const HAS_ARABIC = new RegExp(`[${ARABIC}]`);

/** What the shapes say: a word begins with an initial one and ends with a final one. */
function byShapes(word: string): Evidence {
  const shapes = [...word].map(shapeOf);
  let forward = 0;
  let backward = 0;
  for (const [at, shape] of shapes.entries()) {
    const next = shapes[at + 1];
    if ((shape === 'initial' && next === 'medial') || (shape === 'medial' && next === 'final')) forward += 1;
    if ((shape === 'medial' && next === 'initial') || (shape === 'final' && next === 'medial')) backward += 1;
  }
  const [first] = shapes;
  const last = shapes.at(-1);
  if (shapes.length > 1) {
    if (first === 'final' || first === 'medial') backward += 1;
    if (last === 'initial' || last === 'medial') backward += 1;
    if (first === 'initial') forward += 1;
    if (last === 'final') forward += 1;
  }
  return { forward, backward };
}

/** What the letters say: no word begins with ة or ى, and most that end in «لا» are articles read backwards. */
function byLetters(word: string): Evidence {
  const forward = Number(/^[وفبك]?ال..|^لل../.test(word)) + Number(/.[ةى]$/.test(word));
  const backward = 2 * Number(/^[ةى]./.test(word)) + Number(/...لا[وفبك]?$/.test(word));
  return { forward, backward };
}

export function evidenceOf(line: string): Evidence {
  let forward = 0;
  let backward = 0;
  for (const [word] of line.matchAll(WORD)) {
    const plain = [...word]
      .map(lettersOf)
      .join('')
      .replace(new RegExp(`[${MARK}]`, 'gu'), '');
    for (const each of [byShapes(word), byLetters(plain)]) {
      forward += each.forward;
      backward += each.backward;
    }
  }
  return { forward, backward };
}

const MIRRORED: { readonly [sign: string]: string } = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
};
/** Read from left to right within a line that is read from right to left: Latin words and numbers stay as they are. */
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{N}]+(?:[ .,:/%–-]*[\p{Script=Latin}\p{N}]+)*%?/gu;
/** A letter with its marks, or one character. */
const CLUSTER = new RegExp(`.[${MARK}]*`, 'gsu');

function backwards(sheet: Sheet, start: number, end: number): Cell[] {
  const line = sheet.text.slice(start, end);
  const kept = [...line.matchAll(LEFT_TO_RIGHT)].map(
    ({ index, 0: run }) => [index, index + run.length] as const,
  );
  const pieces: (readonly [number, number])[] = [];
  let at = 0;
  for (const [from, to] of [...kept, [line.length, line.length] as const]) {
    for (const { index, 0: cluster } of line.slice(at, from).matchAll(CLUSTER))
      pieces.push([at + index, at + index + cluster.length]);
    if (to > from) pieces.push([from, to]);
    at = to;
  }
  return pieces
    .reverse()
    .flatMap(([from, to]) =>
      sheet
        .cells(start + from, start + to)
        .map((cell) => (to - from === 1 ? { ...cell, unit: MIRRORED[cell.unit] ?? cell.unit } : cell)),
    );
}

const SENTENCE_END = '.،؛؟!:';
const CLOSED_BEFORE = new RegExp(`^[ \\t]*[${SENTENCE_END}][ \\t]*[${ARABIC}]`);
const CLOSED_AFTER = new RegExp(`[${SENTENCE_END}][ \\t]*$`);

/** Lines whose letters run backwards; and those whose words seem to, as a suggestion. */
export const readLines = (sheet: Sheet): boolean =>
  sheet.each(/[^\r\n]+/g, (match, start, end) => {
    const [line] = match;
    const { forward, backward } = evidenceOf(line);
    if (backward >= 2 && backward > 2 * forward) {
      const sure = backward >= 4 && forward <= 1;
      // The stop at the end of such a line says that each word was turned round in its place.
      if (CLOSED_AFTER.test(line) && !CLOSED_BEFORE.test(line))
        return sheet.offer('order', start, end, wordsBackwards(sheet, start, end), sure);
      return sheet.offer('order', start, end, backwards(sheet, start, end), sure);
    }
    if (!HAS_ARABIC.test(line) || !CLOSED_BEFORE.test(line) || CLOSED_AFTER.test(line)) return false;
    if (line.trim().split(/\s+/).length < 3) return false;
    return sheet.offer('order', start, end, inOtherOrder(sheet, start, end), false);
  });

/** Each word turned round, all in their places. */
function wordsBackwards(sheet: Sheet, start: number, end: number): Cell[] {
  const line = sheet.text.slice(start, end);
  const out: Cell[] = [];
  let at = 0;
  for (const { index, 0: word } of line.matchAll(WORD)) {
    out.push(...sheet.cells(start + at, start + index));
    out.push(...backwards(sheet, start + index, start + index + word.length));
    at = index + word.length;
  }
  return [...out, ...sheet.cells(start + at, end)];
}

/** The words from last to first, each as it is; the stop before a word goes behind it. */
function inOtherOrder(sheet: Sheet, start: number, end: number): Cell[] {
  const line = sheet.text.slice(start, end);
  const pieces = [...line.matchAll(/\s+|\S+/g)].map(({ index, 0: piece }) => {
    const cells = sheet.cells(start + index, start + index + piece.length);
    let stops = 0;
    while (stops < piece.length && SENTENCE_END.includes(piece.charAt(stops))) stops += 1;
    return stops === piece.length ? cells : [...cells.slice(stops), ...cells.slice(0, stops)];
  });
  return pieces.reverse().flat();
}

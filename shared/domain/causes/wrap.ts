/** Breaking a text into lines without a page to measure it on: by the estimated width of its letters. */

/** Widths in shares of the size of the type, a little wider than those of the fonts that are shipped. */
const NARROW = /[\s.,:;!'’|()[\]iljtfIr،؛ا\u0621]/u;
const MARK = /[\p{M}\p{Cf}\u0640]/u;
const WIDE = /[\p{Lu}mwMW%@—…«»]/u;
const ARABIC = /\p{Script=Arabic}/u;
const IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

const known = new Map<string, number>();
function letterWidth(letter: string): number {
  let width = known.get(letter);
  if (width === undefined) {
    if (MARK.test(letter)) width = 0;
    else if (IDEOGRAPH.test(letter)) width = 1.1;
    else if (WIDE.test(letter)) width = 0.8;
    else if (NARROW.test(letter)) width = 0.34;
    else if (ARABIC.test(letter)) width = 0.58;
    else width = 0.58;
    known.set(letter, width);
  }
  return width;
}

/** The estimated width of a line, in the units of `size`. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * size;
}

/**
 * Lines no wider than `width`; a word that is wider alone is cut. Past `most` lines the last ends in an ellipsis.
 */
export function wrap(text: string, size: number, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  // What is set in a picture needs no more of a text than fits there.
  for (const word of text.slice(0, 4000).split(/\s+/u).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const letter of word) {
      if (line && widthOf(line + letter, size) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
    if (lines.length > most) break;
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? '')];
  while (last.length > 0 && widthOf(`${last.join('')}…`, size) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`];
}

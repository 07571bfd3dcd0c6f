/**
 * Matching as readers of Arabic expect it: vowel marks and tatweel do not count, the forms of alef, ya and
 * ta marbuta are one, digits of any kind are equal, case and Latin accents do not matter.
 */
const MARKS = /\u0640|\p{M}/u;

function foldCharacter(character: string): string {
  if (MARKS.test(character)) return '';
  const code = character.codePointAt(0) as number;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  if ('أإآٱ'.includes(character)) return 'ا';
  if (character === 'ى' || character === 'ی') return 'ي';
  if (character === 'ة') return 'ه';
  if (character === 'ؤ') return 'و';
  if (character === 'ئ') return 'ي';
  return character
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .toLowerCase();
}

/** The folded text, for comparing only. */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** Whether every word of the query occurs in the text. */
export function matches(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}

/** Where the words of the query occur in the text: `[start, end)` in UTF-16 units, in order, not overlapping. */
export function findMatches(text: string, query: string): [number, number][] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = foldCharacter(character);
    const next = at + character.length;
    // A mark belongs to the letter before it, so a highlight never cuts a letter from its vowel.
    if (piece === '' && ends.length > 0) ends[ends.length - 1] = next;
    for (let i = 0; i < piece.length; i += 1) {
      starts.push(at);
      ends.push(next);
    }
    folded += piece;
    at = next;
  }
  const found: [number, number][] = [];
  for (const word of words)
    for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + word.length))
      found.push([starts[i] as number, ends[i + word.length - 1] as number]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const merged: [number, number][] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push(range);
  }
  return merged;
}

/**
 * One normal form for search, used when indexing, when asking and when marking hits.
 *
 * Arabic is written with optional vowel marks, tatweel, and several forms of alef, ya and ta marbuta; digits
 * come in three sets. A reader who types one form means them all. Latin letters lose accents and case.
 */

const MARKS = /[\p{M}\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]/u;
const SAME: { readonly [char: string]: string } = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ی: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  گ: 'ك',
  ء: '',
  '٠': '0',
  '١': '1',
  '٢': '2',
  '٣': '3',
  '٤': '4',
  '٥': '5',
  '٦': '6',
  '٧': '7',
  '٨': '8',
  '٩': '9',
  '۰': '0',
  '۱': '1',
  '۲': '2',
  '۳': '3',
  '۴': '4',
  '۵': '5',
  '۶': '6',
  '۷': '7',
  '۸': '8',
  '۹': '9',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
};

function normalChar(char: string): string {
  let out = '';
  for (const part of char.normalize('NFKD').toLowerCase()) {
    if (MARKS.test(part)) continue;
    out += SAME[part] ?? part;
  }
  return out;
}

const memo = new Map<string, string>();
function normalOf(char: string): string {
  // Composed alef, waw and ya would decompose to a base letter and a hamza mark; the table speaks first.
  let normal = memo.get(char);
  if (normal === undefined) {
    normal = SAME[char] ?? normalChar(char);
    if (memo.size < 5000) memo.set(char, normal);
  }
  return normal;
}

export function normaliseForSearch(text: string): string {
  let out = '';
  for (const char of text) out += normalOf(char);
  return out;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Conjunctions and prepositions written onto the article: «والعدالة» is found by «عدالة». */
const CLITICS = /^[وف]?(?:[بك]?ال|لل)(?=..)/;

/**
 * A word and what is left of it without its article, and again: «الالتزام» is «التزام» with an article, and the
 * letters that «التزام» itself begins with look like one. Longest first, the bare form last.
 */
function stemsOf(word: string): [string, ...string[]] {
  const stems: [string, ...string[]] = [word];
  for (let stem = word.replace(CLITICS, ''); stem !== stems.at(-1); stem = stem.replace(CLITICS, ''))
    stems.push(stem);
  return stems;
}

/** A word without all that looks like an Arabic article; the word itself where nothing does. */
export const bare = (word: string): string => stemsOf(word).at(-1) as string;

/** Text for the index: every word, and its shorter forms. */
export function indexText(text: string): string {
  const words = normaliseForSearch(text).match(WORD) ?? [];
  return words.flatMap(stemsOf).join(' ');
}

/** The words of a query in normal form, bare where they carry an article. At most eight. */
export const queryWords = (query: string): string[] =>
  [...new Set((normaliseForSearch(query).match(WORD) ?? []).map(bare))].slice(0, 8);

export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** Where the words of a query stand in a text, in UTF-16 offsets of the original, sorted and apart. */
export function findHits(text: string, query: string): Hit[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  const typed = (normaliseForSearch(query).match(WORD) ?? []).slice(0, 8);
  // Walk the original once, keeping for each normal character where it came from.
  let normal = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const char of text) {
    const plain = normalOf(char);
    for (let i = 0; i < plain.length; i += 1) {
      from.push(at);
      to.push(at + char.length);
    }
    if (plain === '' && to.length > 0) to[to.length - 1] = at + char.length;
    normal += plain;
    at += char.length;
  }
  const hits: Hit[] = [];
  for (const match of normal.matchAll(WORD)) {
    const word = match[0];
    const stems = stemsOf(word);
    // As it was typed where the text has it so, else without what looks like an article.
    const found = [...typed, ...words].find((wanted) => stems.some((stem) => stem.startsWith(wanted)));
    if (found === undefined) continue;
    const stem = stems.find((each) => each.startsWith(found)) as string;
    const begin = match.index + word.length - stem.length;
    const start = from[begin] as number;
    const end = to[begin + found.length - 1] as number;
    // One sign may stand for several words (ﷺ): it is marked once.
    if (start >= (hits.at(-1)?.end ?? 0)) hits.push({ start, end });
  }
  return hits;
}

/** A piece of a long text around its first hit, cut at word borders; null where nothing matches. */
export function snippetOf(text: string, query: string, length = 160): string | null {
  const [first] = findHits(text, query);
  if (!first) return null;
  if (text.length <= length) return text;
  let start = Math.max(0, first.start - Math.floor(length / 3));
  let end = Math.min(text.length, start + length);
  if (start > 0) start = text.indexOf(' ', start) + 1 || start;
  if (start > first.start) start = first.start;
  if (end < text.length) end = Math.max(first.end, text.lastIndexOf(' ', end));
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

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

/** A word without its Arabic article and what is written onto it; the word itself where it has none. */
export const bare = (word: string): string => word.replace(CLITICS, '');

/** Text for the index: every word, and its bare form where that differs. */
export function indexText(text: string): string {
  const words = normaliseForSearch(text).match(WORD) ?? [];
  const out: string[] = [];
  for (const word of words) {
    out.push(word);
    const stem = bare(word);
    if (stem !== word) out.push(stem);
  }
  return out.join(' ');
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
    const stemAt = word.length - bare(word).length;
    const found = words.find((wanted) => word.startsWith(wanted) || word.startsWith(wanted, stemAt));
    if (found === undefined) continue;
    const begin = match.index + (word.startsWith(found) ? 0 : stemAt);
    hits.push({ start: from[begin] as number, end: to[begin + found.length - 1] as number });
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

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
/** Letters with which a word begins that may carry an article. */
const ARTICLE_LETTERS = 'وفبكال';
const [WAW, FA, BA, KAF, ALEF, LAM] = Array.from(ARTICLE_LETTERS, (letter) => letter.charCodeAt(0));

/**
 * Where the word that stands in `text` from `from` to `end` goes on behind its article; `from` where it has none.
 * Conjunctions and prepositions are written onto the article («والعدالة» is found by «عدالة»), and two letters are
 * left of every word.
 */
function behindArticle(text: string, from: number, end: number): number {
  let at = from;
  let code = text.charCodeAt(at);
  if (code === WAW || code === FA) {
    at += 1;
    code = text.charCodeAt(at);
  }
  const isDouble = code === LAM;
  if (code === BA || code === KAF) {
    at += 1;
    code = text.charCodeAt(at);
  }
  if ((code !== ALEF && !isDouble) || text.charCodeAt(at + 1) !== LAM) return from;
  return end - at < 4 ? from : at + 2;
}

/**
 * A word and what is left of it without its article, and again: «الالتزام» is «التزام» with an article, and the
 * letters that «التزام» itself begins with look like one. Longest first, the bare form last.
 */
function stemsOf(word: string): [string, ...string[]] {
  const stems: [string, ...string[]] = [word];
  let from = 0;
  for (;;) {
    const next = behindArticle(word, from, word.length);
    if (next === from) return stems;
    stems.push(word.slice(next));
    from = next;
  }
}

/** A word without all that looks like an Arabic article; the word itself where nothing does. */
export const bare = (word: string): string => stemsOf(word).at(-1) as string;

/** What a UTF-16 unit is in the words of a text, so that most of a text is looked up and not reckoned; 0: not yet. */
const BETWEEN = 1;
const NOTHING = 2;
/** Several letters, or half of a character: reckoned each time. Above it stand letters as they are. */
const INVOLVED = 3;
const units = new Uint16Array(0x10000);

function unitOf(code: number): number {
  const { letters, inWord } = plainOf(code);
  const [letter, ...more] = letters;
  if (code >= 0xd800 && code < 0xe000) units[code] = INVOLVED;
  else if (letter === undefined) units[code] = NOTHING;
  else if (more.length > 0 || letter.length > 1) units[code] = INVOLVED;
  else units[code] = inWord[0] ? letter.charCodeAt(0) : BETWEEN;
  return units[code] as number;
}

/** UTF-16 units on their way into a string: kept, since a merge indexes thousands of texts. */
let plain = new Uint16Array(4096);
/** So many arguments a call takes everywhere. */
const ARGUMENTS = 8192;

/** The words of a text in normal form, one blank between them. */
function wordsOf(text: string): string {
  let count = 0;
  let isBetween = true;
  const put = (unit: number): void => {
    if (unit > INVOLVED) isBetween = false;
    else if (unit === BETWEEN && !isBetween) isBetween = true;
    else return;
    if (count === plain.length) {
      const longer = new Uint16Array(2 * count);
      longer.set(plain);
      plain = longer;
    }
    plain[count] = isBetween ? 0x20 : unit;
    count += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = units[code] || unitOf(code);
    if (unit !== INVOLVED) {
      put(unit);
      continue;
    }
    const whole = text.codePointAt(at) as number;
    if (whole > 0xffff) at += 1;
    const { letters, inWord } = plainOf(whole);
    for (const [i, letter] of letters.entries())
      if (inWord[i]) for (let k = 0; k < letter.length; k += 1) put(letter.charCodeAt(k));
      else put(BETWEEN);
  }
  if (isBetween && count > 0) count -= 1;
  let out = '';
  for (let from = 0; from < count; from += ARGUMENTS)
    out += String.fromCharCode.apply(
      null,
      plain.subarray(from, Math.min(count, from + ARGUMENTS)) as unknown as number[],
    );
  return out;
}

/** Text for the index: every word, and its shorter forms. */
export function indexText(text: string): string {
  const words = wordsOf(text);
  let out = '';
  let done = 0;
  for (let from = 0; from < words.length; ) {
    const blank = words.indexOf(' ', from);
    const end = blank < 0 ? words.length : blank;
    for (let stem = behindArticle(words, from, end); stem > from; stem = behindArticle(words, from, end)) {
      out += `${words.slice(done, end)} ${words.slice(stem, end)}`;
      done = end;
      from = stem;
    }
    from = end + 1;
  }
  return done === 0 ? words : out + words.slice(done);
}

/** The words of a query in normal form, bare where they carry an article. At most eight. */
export const queryWords = (query: string): string[] =>
  [...new Set((normaliseForSearch(query).match(WORD) ?? []).map(bare))].slice(0, 8);

export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** What a character of a text is in normal form: its letters in order, and which of them belong to words. */
interface Plain {
  readonly letters: readonly string[];
  readonly inWord: readonly boolean[];
  /** No word ends with it: all its letters belong to words, or there are none. */
  readonly goesOn: boolean;
}
const LETTER = /[\p{L}\p{N}]/u;
/** By code point, in leaves of 256: one array of all would be sparse, and slow. */
const plains: (Plain | undefined)[][] = [];
function plainOf(code: number): Plain {
  let plain = plains[code >> 8]?.[code & 255];
  if (!plain) {
    plains[code >> 8] ??= new Array<Plain | undefined>(256).fill(undefined);
    const leaf = plains[code >> 8] as (Plain | undefined)[];
    const letters = [...normalOf(String.fromCodePoint(code))];
    const inWord = letters.map((letter) => LETTER.test(letter));
    plain = { letters, inWord, goesOn: inWord.every(Boolean) };
    leaf[code & 255] = plain;
  }
  return plain;
}

/** Where the words of a query stand in a text, in UTF-16 offsets of the original, sorted and apart. */
export const findHits = (text: string, query: string): Hit[] => [...hitsOf(text, query)];

/** One after the other, so that who needs the first reads no further. */
function* hitsOf(text: string, query: string): Generator<Hit> {
  const wanted = wantedOf(query);
  if (wanted.length === 0 || isOtherScript(text, wanted)) return;
  // Only a word that begins like this can be one, or one behind an article.
  const beginnings =
    ARTICLE_LETTERS + wanted.map((each) => String.fromCodePoint(each.codePointAt(0) as number)).join('');
  let word = '';
  let isOther = false;
  // The character the word begins with, and which of that character's letters.
  let first = 0;
  let skipped = 0;
  let last = 0;
  for (let at = 0; at <= text.length; ) {
    const code = at < text.length ? (text.codePointAt(at) as number) : 0x20;
    const { letters, inWord, goesOn } = plainOf(code);
    const count = isOther && goesOn ? 0 : letters.length;
    for (let i = 0; i < count; i += 1) {
      if (inWord[i]) {
        if (isOther) continue;
        const letter = letters[i] as string;
        if (word === '') {
          if (!beginnings.includes(letter)) {
            isOther = true;
            continue;
          }
          first = at;
          skipped = i;
        }
        word += letter;
        continue;
      }
      isOther = false;
      if (word === '') continue;
      const hit = hitIn(word, wanted);
      word = '';
      const place = hit && placeOf(text, first, skipped, hit);
      // One sign may stand for several words (ﷺ): it is marked once.
      if (!place || place.start < last) continue;
      yield place;
      last = place.end;
    }
    at += code > 0xffff ? 2 : 1;
  }
}

const ARABIC_TEXT = /^[\u0600-\u06ff\u200c-\u2027\s!-@«»]*$/;
const LATIN_TEXT = /^[\s!-\u024f\u200c-\u2027]*$/;

/** Latin letters are in no text of the Arabic block alone, and the other way round: most texts are not walked. */
function isOtherScript(text: string, wanted: readonly string[]): boolean {
  if (wanted.every((each) => each >= 'a' && each < '{')) return ARABIC_TEXT.test(text);
  return wanted.every((each) => each >= '\u0600' && each < '\u0700') && LATIN_TEXT.test(text);
}

/** From where to where in the original the units of a word in normal form come from. */
function placeOf(text: string, first: number, skipped: number, { start, end }: Hit): Hit {
  let units = 0;
  let from = first;
  let to = first;
  for (let at = first; at < text.length; ) {
    const code = text.codePointAt(at) as number;
    const next = at + (code > 0xffff ? 2 : 1);
    const { letters } = plainOf(code);
    // What leaves no letter behind (a vowel mark) belongs to the letter before it.
    if (letters.length === 0 && units === end) to = next;
    else if (letters.length > 0 && units >= end) break;
    for (const letter of at === first ? letters.slice(skipped) : letters) {
      if (units <= start) from = at;
      if (units < end) to = next;
      units += letter.length;
    }
    at = next;
  }
  return { start: from, end: to };
}

/** As it was typed where the text has it so, else without what looks like an article. */
function wantedOf(query: string): readonly string[] {
  if (asked?.query !== query) {
    const typed = (normaliseForSearch(query).match(WORD) ?? []).slice(0, 8);
    asked = { query, wanted: [...typed, ...queryWords(query)] };
  }
  return asked.wanted;
}
/** The last query: a screen asks the same of each of its rows. */
let asked: { readonly query: string; readonly wanted: readonly string[] } | undefined;

/** The units of the word that the first wanted one takes. */
function hitIn(word: string, wanted: readonly string[]): Hit | undefined {
  if (!wanted.some((each) => word.includes(each))) return undefined;
  const stems = stemsOf(word);
  for (const each of wanted) {
    const stem = stems.find((one) => one.startsWith(each));
    if (stem === undefined) continue;
    const start = word.length - stem.length;
    return { start, end: start + each.length };
  }
  return undefined;
}

/** A piece of a long text around its first hit, cut at word borders; null where nothing matches. */
export function snippetOf(text: string, query: string, length = 160): string | null {
  const { value: first } = hitsOf(text, query).next();
  if (!first) return null;
  if (text.length <= length) return text;
  let start = Math.max(0, first.start - Math.floor(length / 3));
  let end = Math.min(text.length, start + length);
  if (start > 0) start = text.indexOf(' ', start) + 1 || start;
  if (start > first.start) start = first.start;
  if (end < text.length) end = Math.max(first.end, text.lastIndexOf(' ', end));
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

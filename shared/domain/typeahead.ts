/**
 * Finds codes while somebody types: by the beginnings of words in any of their languages, and by the code itself.
 * Letters are compared as in search, so that Arabic is found in every way of writing it. Built once for a list.
 */
import { bare, indexText, normaliseForSearch } from './search-text.ts';

export interface Typed {
  readonly id: string;
  /** In the language of the reader: found there, an entry stands before others. */
  readonly label: string;
  /** Labels in other languages, aliases. */
  readonly also?: readonly string[] | undefined;
}

export interface Typeahead {
  /** Places in the list of entries, best first; of an empty text none. */
  readonly find: (typed: string, most?: number) => readonly number[];
}

/** How well a word stands for its entry; the least is best. */
const AT_START = 0;
const CODE = 1;
const OWN_WORD = 2;
const OTHER_WORD = 6;
const WITHIN = 9;

const WORD = /[\p{L}\p{N}]+/gu;
const CODE_LIKE = /^[a-z]{0,6}\d[\d.a-z-]*$/;
/** A code is found with and without its letters and zeros: C087 by 87. */
const shortOf = (code: string): string => code.replace(/^[a-z]+0*(?=\d)/, '');

interface Token {
  readonly word: string;
  readonly entry: number;
  readonly rank: number;
}

function* tokensOf({ id, label, also = [] }: Typed, entry: number): Generator<Token> {
  const code = normaliseForSearch(id);
  for (const word of new Set([code, shortOf(code)])) yield { word, entry, rank: CODE };
  for (const [place, text] of [label, ...also].entries()) {
    let isFirst = place === 0;
    for (const [word] of normaliseForSearch(text).matchAll(WORD)) {
      const rank = isFirst ? AT_START : place === 0 ? OWN_WORD : OTHER_WORD;
      isFirst = false;
      // The word, and what is left of it without its article.
      for (const form of indexText(word).split(' ')) yield { word: form, entry, rank };
    }
  }
}

export function makeTypeahead(entries: readonly Typed[]): Typeahead {
  const tokens = entries.flatMap((each, entry) => [...tokensOf(each, entry)]);
  tokens.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0));
  const words = tokens.map(({ word }) => word);
  const whole = entries.map(({ id, label }) => normaliseForSearch(`${label} ${id}`));
  /** Of the word being looked up: the best rank of each entry, where its stamp is that of this look-up. */
  const best = new Uint8Array(entries.length);
  const stamps = new Uint32Array(entries.length);
  let stamp = 0;

  const firstAt = (word: string): number => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** The entries in which a word begins like this, with their ranks. */
  const lookUp = (word: string): number[] => {
    stamp += 1;
    const found: number[] = [];
    for (let at = firstAt(word); at < words.length && (words[at] as string).startsWith(word); at += 1) {
      const { entry, rank } = tokens[at] as Token;
      if (stamps[entry] !== stamp) {
        stamps[entry] = stamp;
        best[entry] = rank;
        found.push(entry);
      } else if (rank < (best[entry] as number)) best[entry] = rank;
    }
    return found;
  };
  const within = (word: string): number[] => {
    stamp += 1;
    const found: number[] = [];
    for (const [entry, text] of whole.entries())
      if (text.includes(word)) {
        stamps[entry] = stamp;
        best[entry] = WITHIN;
        found.push(entry);
      }
    return found;
  };

  const find = (typed: string, most = 80): readonly number[] => {
    let ranks: Map<number, number> | undefined;
    for (const word of wordsOf(typed)) {
      let found = lookUp(word);
      // Typed with its article where the list has it without.
      if (found.length === 0 && bare(word) !== word) found = lookUp(bare(word));
      if (found.length === 0) found = within(word);
      const next = new Map<number, number>();
      for (const entry of found) {
        const before = ranks ? ranks.get(entry) : 0;
        if (before !== undefined) next.set(entry, before + (best[entry] as number));
      }
      ranks = next;
    }
    if (!ranks) return [];
    const sorted = [...ranks].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    return sorted.slice(0, most).map(([entry]) => entry);
  };
  return { find };
}

/** What was typed, as words; a code with its dots is one. */
function wordsOf(typed: string): string[] {
  const words: string[] = [];
  for (const piece of normaliseForSearch(typed).split(/\s+/u)) {
    const plain = piece.replace(/[.]+$/, '');
    if (CODE_LIKE.test(plain)) words.push(plain);
    else words.push(...(piece.match(WORD) ?? []));
  }
  return words.slice(0, 8);
}

/**
 * How alike two deficits are, from 0 to 1, and the words that make them so.
 *
 * Words and the three-letter pieces of their stems are weighed by how rare they are in the dossier (tf-idf) and
 * compared by the angle between them, title and whole apart, in each language that both are written in. What makes
 * the same words say something else takes away from it (`marks.ts`). It advises: people decide.
 */
import { LANGS, type Lang } from '../languages.ts';
import { meaningOf } from './concepts.ts';
import { areApart, areDisjoint, type Difference, denies, isFrame, type Marks, marksOf } from './marks.ts';
import { isCommon, type Word, wordsOf } from './words.ts';

export interface Wording {
  readonly title: { readonly [L in Lang]?: string };
  readonly statement: { readonly [L in Lang]?: string };
  readonly area?: string | null;
  readonly subTopic?: string | null;
}

/** In how many of so many texts a word stands, in whatever form. */
export interface Corpus {
  readonly total: number;
  readonly frequency: (word: Word) => number;
}

/** Sorted hashes and their weights, of length 1 together. */
interface Vector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}
interface InOneLanguage {
  readonly title: Vector;
  readonly whole: Vector;
  /** Asked for only where the words are alike: most texts that are looked at are not. */
  readonly pieces: () => Vector;
  readonly marks: () => Marks;
}
export interface Analysed {
  readonly by: { readonly [L in Lang]?: InOneLanguage };
  readonly area: string | null;
  readonly subTopic: string | null;
}

export interface Likeness {
  readonly score: number;
  /** The language in which they are most alike; null where they have none in common. */
  readonly lang: Lang | null;
  readonly differs: readonly Difference[];
}

/** From here on a pair is suggested. */
export const THRESHOLD = 0.36;

const TITLE_WEIGHT = 1.5;
/** What is left of the weight of a word that only says that something lacks. */
const FRAME = 0.3;
const SHARE = { title: 0.1, whole: 0.5, pieces: 0.4 } as const;
/** Texts whose words are less alike than this are not looked at by their letters. */
const FAINT = 0.1;
/** What is left of the score where two texts differ in this. */
const LEFT: { readonly [D in Difference]: number } = {
  negation: 0.35,
  number: 0.35,
  group: 0.35,
  place: 0.35,
};
const PRIOR = { area: 0.02, subTopic: 0.04, otherArea: -0.02 } as const;

const hashes = new Map<string, number>();
function idOf(meaning: string): number {
  let id = hashes.get(meaning);
  if (id === undefined) {
    id = hashOf(meaning);
    if (hashes.size >= 50_000) hashes.clear();
    hashes.set(meaning, id);
  }
  return id;
}

/** FNV-1a: one of a few hundred words now and then shares its number with another, which moves a score by a hair. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function vectorOf(weights: ReadonlyMap<number, number>): Vector {
  const ids = Uint32Array.from(weights.keys()).sort();
  const sized = Float32Array.from(ids, (id) => weights.get(id) as number);
  let square = 0;
  for (const weight of sized) square += weight * weight;
  const length = Math.sqrt(square) || 1;
  for (let at = 0; at < sized.length; at += 1) sized[at] = (sized[at] as number) / length;
  return { ids, weights: sized };
}

/** The cosine of two vectors of length 1. */
function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const left = a.ids[i] as number;
    const right = b.ids[j] as number;
    if (left === right) {
      sum += (a.weights[i] as number) * (b.weights[j] as number);
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return sum;
}

/**
 * A word that stands in most texts still counts a little. One that stands in two of ten thousand counts no more than
 * one in two of three hundred: it would drown what two texts have in common.
 */
export const rarity = (corpus: Corpus, word: Word): number =>
  Math.min(RAREST, Math.log(1 + (corpus.total + 1) / (1 + corpus.frequency(word))));
const RAREST = 5;

const pieces = new Map<string, readonly number[]>();
function piecesOf(stem: string): readonly number[] {
  let found = pieces.get(stem);
  if (!found) {
    const padded = `^${stem}$`;
    found = Array.from({ length: padded.length - 2 }, (_, at) => hashOf(padded.slice(at, at + 3)));
    if (pieces.size >= 50_000) pieces.clear();
    pieces.set(stem, found);
  }
  return found;
}

function inOneLanguage(title: string, statement: string, corpus: Corpus): InOneLanguage {
  const own = wordsOf(title).filter((word) => !isCommon(word));
  const counts = new Map<string, { word: Word; count: number }>();
  const add = (word: Word, count: number): void => {
    const held = counts.get(word.key);
    if (held) held.count += count;
    else counts.set(word.key, { word, count });
  };
  for (const word of own) add(word, TITLE_WEIGHT);
  for (const word of wordsOf(statement)) if (!isCommon(word)) add(word, 1);

  const whole = new Map<number, number>();
  const titled = new Map<number, number>();
  const inTitle = new Set(own.map(({ key }) => key));
  const stems: string[] = [];
  const weights: number[] = [];
  for (const [key, { word, count }] of counts) {
    const rare = rarity(corpus, word) * (isFrame(word.indexed) ? FRAME : 1);
    const weight = rare * (1 + Math.log(count));
    const id = idOf(meaningOf(key));
    whole.set(id, Math.max(whole.get(id) ?? 0, weight));
    if (inTitle.has(key)) titled.set(id, Math.max(titled.get(id) ?? 0, rare));
    stems.push(shared(key));
    weights.push(weight);
  }
  return {
    title: vectorOf(titled),
    whole: vectorOf(whole),
    pieces: once(() => piecesVector(stems, weights)),
    marks: once(() => marksOf([title, statement])),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** One string for a stem, in however many texts it stands: thousands of analyses are kept. */
const kept = new Map<string, string>();
function shared(stem: string): string {
  const found = kept.get(stem);
  if (found !== undefined) return found;
  if (kept.size >= 50_000) kept.clear();
  kept.set(stem, stem);
  return stem;
}

function piecesVector(stems: readonly string[], weights: readonly number[]): Vector {
  const cut = new Map<number, number>();
  for (const [at, stem] of stems.entries()) {
    const parts = piecesOf(stem);
    const share = (weights[at] as number) / Math.sqrt(parts.length);
    for (const part of parts) cut.set(part, (cut.get(part) ?? 0) + share);
  }
  return vectorOf(cut);
}

/** Takes a deficit apart for comparing: once, however many it is compared with. */
export function analyse(wording: Wording, corpus: Corpus): Analysed {
  const by: { [L in Lang]?: InOneLanguage } = {};
  for (const lang of LANGS) {
    const title = wording.title[lang] ?? '';
    const statement = wording.statement[lang] ?? '';
    if (title !== '' || statement !== '') by[lang] = inOneLanguage(title, statement, corpus);
  }
  return { by, area: wording.area ?? null, subTopic: wording.subTopic ?? null };
}

function likenessIn(a: InOneLanguage, b: InOneLanguage): { score: number; differs: Difference[] } {
  const words = cosine(a.whole, b.whole);
  if (words < FAINT) return { score: SHARE.whole * words, differs: [] };
  const score =
    SHARE.title * cosine(a.title, b.title) +
    SHARE.whole * words +
    SHARE.pieces * cosine(a.pieces(), b.pieces());
  // Marks only take away.
  if (score + PRIOR.subTopic < THRESHOLD) return { score, differs: [] };
  const [one, other] = [a.marks(), b.marks()];
  const differs: Difference[] = [];
  if (denies(one, other) || denies(other, one)) differs.push('negation');
  if (areApart(one.numbers, other.numbers)) differs.push('number');
  if (areDisjoint(one.groups, other.groups)) differs.push('group');
  if (areApart(one.places, other.places)) differs.push('place');
  return { score: differs.reduce((left, difference) => left * LEFT[difference], score), differs };
}

/** Two deficits that have no language in common are not compared. */
export function compare(a: Analysed, b: Analysed): Likeness {
  let best: Likeness = { score: 0, lang: null, differs: [] };
  for (const lang of LANGS) {
    const [left, right] = [a.by[lang], b.by[lang]];
    if (!left || !right) continue;
    const { score, differs } = likenessIn(left, right);
    if (best.lang === null || score > best.score) best = { score, lang, differs };
  }
  if (best.lang === null || best.score === 0) return best;
  let prior = 0;
  if (a.area !== null && b.area !== null) {
    if (a.area !== b.area) prior = PRIOR.otherArea;
    else prior = a.subTopic !== null && a.subTopic === b.subTopic ? PRIOR.subTopic : PRIOR.area;
  }
  return { ...best, score: Math.max(0, Math.min(1, best.score + prior)) };
}

/** What both texts say, the rarest first, as keys. */
export function wordsInCommon(a: string, b: string, corpus: Corpus, most = 12): string[] {
  const theirs = new Set(wordsOf(b).map(({ key }) => meaningOf(key)));
  const shared = new Map<string, number>();
  for (const word of wordsOf(a)) {
    const meaning = meaningOf(word.key);
    if (!isCommon(word) && theirs.has(meaning)) shared.set(meaning, rarity(corpus, word));
  }
  return [...shared]
    .sort(([one, x], [other, y]) => y - x || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([meaning]) => meaning);
}

const WRITTEN = /[\p{L}\p{M}\p{N}\u0640]+/gu;

/** Where the words of `meanings` stand in a text, in UTF-16 offsets, in their order. */
export function placesOf(
  text: string,
  meanings: ReadonlySet<string>,
): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) =>
    wordsOf(match[0]).some((word) => !isCommon(word) && meanings.has(meaningOf(word.key)))
      ? [{ start: match.index, end: match.index + match[0].length }]
      : [],
  );
}

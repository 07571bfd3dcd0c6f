/**
 * How alike two deficits are, from 0 to 1, and the words that make them so.
 *
 * Words and the three-letter pieces of their stems are weighed by how rare they are in the dossier (tf-idf) and
 * compared by the angle between them, title and whole apart, in each language that both are written in. What makes
 * the same words say something else takes away from it (`marks.ts`). It advises: people decide.
 */
import { LANGS, type Lang } from '../languages.ts';
import { apart, type Difference, type Marks, marksOf } from './marks.ts';
import { isCommon, type Word, wordsOf } from './words.ts';

export interface Wording {
  readonly title: { readonly [L in Lang]?: string };
  readonly statement: { readonly [L in Lang]?: string };
  readonly area?: string | null;
  readonly subTopic?: string | null;
}

/** In how many of so many texts a word stands. */
export interface Corpus {
  readonly total: number;
  readonly frequency: (indexed: string) => number;
}

/** Sorted hashes and their weights, of length 1 together. */
interface Vector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}
interface InOneLanguage {
  readonly title: Vector;
  readonly whole: Vector;
  readonly pieces: Vector;
  readonly marks: Marks;
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
export const THRESHOLD = 0.4;

const TITLE_WEIGHT = 1.5;
const SHARE = { title: 0.25, whole: 0.35, pieces: 0.4 } as const;
/** What is left of the score where two texts differ in this. */
const LEFT: { readonly [D in Difference]: number } = { negation: 0.55, number: 0.6, group: 0.55, place: 0.6 };
const PRIOR = { area: 0.02, subTopic: 0.04, otherArea: -0.02 } as const;

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

/** A word that stands in most texts still counts a little. */
export const rarity = (corpus: Corpus, indexed: string): number =>
  Math.log(1 + (corpus.total + 1) / (1 + corpus.frequency(indexed)));

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
    const held = counts.get(word.stem);
    if (held) held.count += count;
    else counts.set(word.stem, { word, count });
  };
  for (const word of own) add(word, TITLE_WEIGHT);
  for (const word of wordsOf(statement)) if (!isCommon(word)) add(word, 1);

  const whole = new Map<number, number>();
  const titled = new Map<number, number>();
  const cut = new Map<number, number>();
  const inTitle = new Set(own.map(({ stem }) => stem));
  for (const [stem, { word, count }] of counts) {
    const weight = rarity(corpus, word.indexed);
    const id = hashOf(stem);
    whole.set(id, weight * (1 + Math.log(count)));
    if (inTitle.has(stem)) titled.set(id, weight);
    const parts = piecesOf(stem);
    const share = (weight * (1 + Math.log(count))) / Math.sqrt(parts.length);
    for (const part of parts) cut.set(part, (cut.get(part) ?? 0) + share);
  }
  return {
    title: vectorOf(titled),
    whole: vectorOf(whole),
    pieces: vectorOf(cut),
    marks: marksOf([title, statement]),
  };
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
  const score =
    SHARE.title * cosine(a.title, b.title) +
    SHARE.whole * cosine(a.whole, b.whole) +
    SHARE.pieces * cosine(a.pieces, b.pieces);
  const differs: Difference[] = [];
  let left = 1;
  const take = (difference: Difference, share: number): void => {
    if (share <= 0.5) return;
    differs.push(difference);
    left *= LEFT[difference];
  };
  take('negation', deniedApart(a.marks, b.marks));
  take('number', apart(a.marks.numbers, b.marks.numbers));
  take('group', apart(a.marks.groups, b.marks.groups));
  take('place', apart(a.marks.places, b.marks.places));
  return { score: score * left, differs };
}

/** One denies something and the other denies nothing. */
const deniedApart = (a: Marks, b: Marks): number => ((a.denied.size === 0) === (b.denied.size === 0) ? 0 : 1);

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

/** The stems that both texts hold, the rarest first, in the form in which they are found again in either. */
export function wordsInCommon(a: string, b: string, corpus: Corpus, most = 8): string[] {
  const theirs = new Set(wordsOf(b).map(({ stem }) => stem));
  const shared = new Map<string, number>();
  for (const word of wordsOf(a))
    if (!isCommon(word) && theirs.has(word.stem)) shared.set(word.stem, rarity(corpus, word.indexed));
  return [...shared]
    .sort(([one, x], [other, y]) => y - x || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([stem]) => stem);
}

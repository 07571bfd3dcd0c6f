/**
 * Similar deficits: the search index says where to look, the domain says how alike they are. The register as a whole
 * takes a moment for each deficit, so it is compared in slices: every answer tells how far it has come, other calls
 * are answered in between, and what was compared once is kept until its wording changes.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { findRecord } from '../../../db/ledger/store.ts';
import { notSame, pairKey } from '../../../db/not-same.ts';
import {
  candidates,
  comparable,
  corpusOf,
  type WordedDeficit,
  wordingStamps,
  wordingsOf,
} from '../../../db/queries/duplicates.ts';
import type { Db } from '../../../db/statements.ts';
import type { Parsed, SimilarPair, Suggestions } from '../../../shared/contract/index.ts';
import {
  type Analysed,
  analyse,
  type Corpus,
  compare,
  type Likeness,
  THRESHOLD,
  wordsInCommon,
} from '../../../shared/domain/duplicates/similarity.ts';
import { isCommon, wordsOf } from '../../../shared/domain/duplicates/words.ts';
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, dossierOf } from '../desk.ts';

/** Words asked for in each language, and how many of those found are compared. */
const WORDS = 8;
const CANDIDATES = 30;
/** Milliseconds of one answer, and of one slice within it. */
const ANSWER = 250;
const SLICE = 25;
/** Analyses kept: of a large register those met last. */
const KEPT = 4000;

interface Found extends Likeness {
  readonly other: WordedDeficit;
}

/** The rarest words of its own text that another text holds too, in each of its languages. */
export function askedWords(wording: WordedDeficit, corpus: Corpus): string[] {
  return LANGS.flatMap((lang) => {
    const text = `${wording.title[lang] ?? ''} ${wording.statement[lang] ?? ''}`;
    const words = new Map<string, number>();
    for (const word of wordsOf(text)) {
      if (words.has(word.indexed) || isCommon(word)) continue;
      const times = corpus.frequency(word.indexed);
      if (times > 1) words.set(word.indexed, times);
    }
    return [...words]
      .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
      .slice(0, WORDS)
      .map(([word]) => word);
  });
}

const analyses = new WeakMap<Db, Map<number, { stamp: string; total: number; analysed: Analysed }>>();
function analysisOf(db: Db, wording: WordedDeficit, corpus: Corpus): Analysed {
  let kept = analyses.get(db);
  if (!kept) {
    kept = new Map();
    analyses.set(db, kept);
  }
  const held = kept.get(wording.record);
  if (held?.stamp === wording.stamp && held.total === corpus.total) return held.analysed;
  const analysed = analyse(wording, corpus);
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value as number);
  kept.set(wording.record, { stamp: wording.stamp, total: corpus.total, analysed });
  return analysed;
}

/** One is the other's parent, or both were split from one. */
const isOfOneLine = (a: WordedDeficit, b: WordedDeficit): boolean =>
  a.parents.includes(b.id) || b.parents.includes(a.id) || a.parents.some((id) => b.parents.includes(id));

function similarTo(
  db: Db,
  record: number,
  standing: ReadonlySet<number>,
): { own: WordedDeficit; found: Found[] } {
  const corpus = corpusOf(db);
  const [own] = wordingsOf(db, [record]) as [WordedDeficit];
  const others = candidates(db, record, askedWords(own, corpus), CANDIDATES).filter((n) => standing.has(n));
  const analysed = analysisOf(db, own, corpus);
  const found = wordingsOf(db, others)
    .filter((other) => !isOfOneLine(own, other))
    .map((other) => ({ other, ...compare(analysed, analysisOf(db, other, corpus)) }))
    .filter(({ score }) => score >= THRESHOLD)
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1));
  return { own, found };
}

function pairOf(corpus: Corpus, own: WordedDeficit, { other, score, differs }: Found): SimilarPair {
  const text = (of: WordedDeficit, lang: Lang): string =>
    `${of.title[lang] ?? ''} ${of.statement[lang] ?? ''}`;
  // In each language that both have: people read them in their own.
  const words = new Set(LANGS.flatMap((lang) => wordsInCommon(text(own, lang), text(other, lang), corpus)));
  return { a: own.id, b: other.id, score, words: [...words], differs };
}

/** The one recorded first comes first, from whichever side the pair was found. */
const inOrder = (pair: SimilarPair, isInOrder: boolean): SimilarPair =>
  isInOrder ? pair : { ...pair, a: pair.b, b: pair.a };

interface Compared {
  readonly stamp: string;
  readonly pairs: readonly (SimilarPair & { readonly stamps: string })[];
}
/** By record: what was found when it had the wording it has. */
const registers = new WeakMap<Db, Map<number, Compared>>();

export async function suggest(desk: Desk, input: Parsed<'duplicates.suggest'>): Promise<Suggestions> {
  const { db } = dossierOf(desk, input.dossier);
  const aside = notSame(db);
  const wanted = (pairs: Iterable<SimilarPair>): SimilarPair[] =>
    [...pairs].filter(({ a, b }) => !aside.has(pairKey(a, b))).slice(0, input.limit);
  if (input.id !== undefined) {
    const record = findRecord(db, 'deficit', input.id);
    if (!record) throw new Refusal('record.missing');
    const standing = comparable(db);
    const { own, found } = similarTo(db, record.n, new Set(standing));
    const pairs = wanted(found.map((each) => pairOf(corpusOf(db), own, each)));
    return { pairs, compared: standing.length, total: standing.length, setAside: aside.size };
  }

  const started = performance.now();
  let register = registers.get(db);
  if (!register) {
    register = new Map();
    registers.set(db, register);
  }
  const standing = comparable(db);
  const stamps = new Map(wordingStamps(db, standing));
  const isStanding = new Set(standing);
  let compared = 0;
  let sliced = performance.now();
  for (const record of standing) {
    const stamp = stamps.get(record) as string;
    if (register.get(record)?.stamp !== stamp) {
      if (performance.now() - started > ANSWER) continue;
      if (performance.now() - sliced > SLICE) {
        await breathe();
        if (!db.open) throw new Refusal('dossier.not-open');
        sliced = performance.now();
      }
      const { own, found } = similarTo(db, record, isStanding);
      const corpus = corpusOf(db);
      register.set(record, {
        stamp,
        pairs: found.map((each) => ({
          ...inOrder(pairOf(corpus, own, each), record < each.other.record),
          stamps: `${each.other.record} ${stamps.get(each.other.record)}`,
        })),
      });
    }
    compared += 1;
  }
  const pairs = new Map<string, SimilarPair>();
  const current = new Set(standing.map((record) => `${record} ${stamps.get(record)}`));
  for (const record of standing) {
    const held = register.get(record);
    if (!held || held.stamp !== stamps.get(record)) continue;
    // One whose other side has changed, was joined or withdrawn since is found anew from there, or not at all.
    for (const { stamps: others, ...pair } of held.pairs)
      if (current.has(others)) pairs.set(pairKey(pair.a, pair.b), pair);
  }
  const sorted = [...pairs.values()].sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1));
  return { pairs: wanted(sorted), compared, total: standing.length, setAside: aside.size };
}

/**
 * Similar deficits: the search index says where to look, the domain says how alike they are. The register as a whole
 * takes a moment for each deficit, so it is compared in slices: every answer tells how far it has come, other calls
 * are answered in between, and what was compared once is kept until its wording changes.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { findRecord } from '../../../db/ledger/store.ts';
import { notSame, pairKey } from '../../../db/not-same.ts';
import {
  type Asked,
  candidates,
  comparable,
  Holders,
  type Indexed,
  indexedOf,
  touchedSince,
  type WordedDeficit,
  wordingsOf,
} from '../../../db/queries/duplicates.ts';
import type { Db } from '../../../db/statements.ts';
import type { Parsed, SimilarPair, Suggestions } from '../../../shared/contract/index.ts';
import { meaningOf } from '../../../shared/domain/duplicates/concepts.ts';
import {
  type Corpus,
  compare,
  type Likeness,
  rarity,
  THRESHOLD,
  wordsInCommon,
} from '../../../shared/domain/duplicates/similarity.ts';
import { isCommon, type Word, wordsOf } from '../../../shared/domain/duplicates/words.ts';
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { type Known, known, knownOf } from './known.ts';

/** Words asked for in each language, in how many records they may stand together, and how many of these are compared. */
const WORDS = 12;
const HOLDING = 8000;
const CANDIDATES = 20;
/** One that holds less of the weight of what was asked for is not compared. */
const LEAST = 0.25;
/** Milliseconds of one answer, and of one slice within it. */
const ANSWER = 250;
const SLICE = 25;

interface Found extends Likeness {
  readonly other: WordedDeficit;
}

/** The rarest words of its own text that another text may hold too, in each of its languages. */
export function askedWords(wording: WordedDeficit, indexed: Indexed): Asked[] {
  return LANGS.flatMap((lang) => {
    const words = new Map<string, { word: Word; times: number }>();
    for (const word of wordsOf(`${wording.title[lang] ?? ''} ${wording.statement[lang] ?? ''}`)) {
      const meaning = meaningOf(word.key);
      if (words.has(meaning) || isCommon(word)) continue;
      const times = indexed.frequency(word);
      if (times > 1) words.set(meaning, { word, times });
    }
    const rarest = [...words.values()].sort(
      (a, b) => a.times - b.times || (a.word.key < b.word.key ? -1 : 1),
    );
    let holding = 0;
    const asked = rarest.slice(0, WORDS).filter(({ times }, at) => {
      holding += times;
      return at < 2 || holding <= HOLDING;
    });
    return asked.map(({ word }) => ({ forms: indexed.formsOf(word), weight: rarity(indexed, word) }));
  });
}

/** One is the other's parent, or both were split from one. */
const isOfOneLine = (a: Known, b: Known): boolean =>
  a.parents.includes(b.id) || b.parents.includes(a.id) || a.parents.some((id) => b.parents.includes(id));

function similarTo(db: Db, record: number, holders: Holders): { own: WordedDeficit; found: Found[] } {
  const corpus = indexedOf(db);
  const [own] = wordingsOf(db, [record]) as [WordedDeficit];
  const asked = askedWords(own, corpus);
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
  const others = candidates(holders, record, asked, CANDIDATES)
    .filter((each) => each.weight >= LEAST * whole)
    .map((each) => each.record);
  const self = known(db, own, corpus, holders.moment);
  const { all, read } = knownOf(db, others, corpus, holders.moment);
  const alike = all
    .filter((other) => !isOfOneLine(self, other))
    .map((other) => ({ record: other.record, id: other.id, ...compare(self.analysed, other.analysed) }))
    .filter(({ score }) => score >= THRESHOLD)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const unread = alike.flatMap(({ record: each }) => (read.has(each) ? [] : [each]));
  for (const wording of unread.length > 0 ? wordingsOf(db, unread) : []) read.set(wording.record, wording);
  const found = alike.map((each) => ({ ...each, other: read.get(each.record) as WordedDeficit }));
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

/** What was compared of a register, as long as its records stay what they were. */
interface Register {
  /** The last change that is known here; what arrived since touched its records. */
  seen: number;
  readonly touched: Map<number, number>;
  readonly compared: Map<number, readonly Kept[]>;
  /** As of `seen`. */
  holders: Holders | undefined;
}
interface Kept {
  readonly pair: SimilarPair;
  readonly other: number;
  /** When the other one was last touched as this was found. */
  readonly touched: number | undefined;
}
const registers = new WeakMap<Db, Register>();

function registerOf(db: Db): Register {
  const held = registers.get(db);
  const { last, records } = touchedSince(db, held?.seen ?? null);
  if (!held) {
    const register: Register = { seen: last, touched: new Map(), compared: new Map(), holders: undefined };
    registers.set(db, register);
    return register;
  }
  for (const record of records) {
    held.touched.set(record, last);
    held.compared.delete(record);
  }
  if (held.seen !== last) held.holders = undefined;
  held.seen = last;
  return held;
}

export async function suggest(desk: Desk, input: Parsed<'duplicates.suggest'>): Promise<Suggestions> {
  const { db } = dossierOf(desk, input.dossier);
  const aside = notSame(db);
  const wanted = (pairs: Iterable<SimilarPair>): SimilarPair[] =>
    [...pairs].filter(({ a, b }) => !aside.has(pairKey(a, b))).slice(0, input.limit);
  if (input.id !== undefined) {
    const record = findRecord(db, 'deficit', input.id);
    if (!record) throw new Refusal('record.missing');
    const { own, found } = similarTo(db, record.n, new Holders(db));
    const pairs = wanted(found.map((each) => pairOf(indexedOf(db), own, each)));
    return { pairs, compared: 1, total: 1, setAside: aside.size };
  }

  const started = performance.now();
  const register = registerOf(db);
  const { touched } = register;
  const standing = comparable(db);
  register.holders ??= new Holders(db);
  let { holders, seen } = register;
  let compared = 0;
  let sliced = started;
  for (const record of standing) {
    if (!register.compared.has(record)) {
      if (performance.now() - started > ANSWER) continue;
      if (performance.now() - sliced > SLICE) {
        await breathe();
        if (!db.open) throw new Refusal('dossier.not-open');
        const { last } = touchedSince(db, null);
        // While others were answered a change may have come in, or one that was begun been taken back.
        if (last !== seen) holders = new Holders(db);
        seen = last;
        sliced = performance.now();
      }
      const { own, found } = similarTo(db, record, holders);
      const corpus = indexedOf(db);
      const kept = found.map((each) => ({
        pair: inOrder(pairOf(corpus, own, each), record < each.other.record),
        other: each.other.record,
        touched: touched.get(each.other.record),
      }));
      register.compared.set(record, kept);
    }
    compared += 1;
  }
  const isStanding = new Set(standing);
  const pairs = new Map<string, SimilarPair>();
  // One whose other side has changed since is found anew from there, or not at all.
  for (const record of standing)
    for (const kept of register.compared.get(record) ?? [])
      if (isStanding.has(kept.other) && touched.get(kept.other) === kept.touched)
        pairs.set(pairKey(kept.pair.a, kept.pair.b), kept.pair);
  const sorted = [...pairs.values()].sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1));
  return { pairs: wanted(sorted), compared, total: standing.length, setAside: aside.size };
}

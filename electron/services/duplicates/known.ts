/** Deficits taken apart for comparing, kept while their wording stays: in a large register each is met many times. */
import { type WordedDeficit, wordingsOf } from '../../../db/queries/duplicates.ts';
import type { Db } from '../../../db/statements.ts';
import { type Analysed, analyse, type Corpus } from '../../../shared/domain/duplicates/similarity.ts';

export interface Known {
  readonly record: number;
  readonly id: string;
  readonly parents: readonly string[];
  readonly analysed: Analysed;
}
interface Kept extends Known {
  readonly stamp: string;
  readonly total: number;
  /** When it was last read. */
  moment: object;
}

/** About ten kilobytes each. Of a register that is larger still, those met last. */
const KEPT = 12_000;
const keptOf = new WeakMap<Db, Map<number, Kept>>();

export function known(db: Db, wording: WordedDeficit, corpus: Corpus, moment: object): Known {
  let kept = keptOf.get(db);
  if (!kept) {
    kept = new Map();
    keptOf.set(db, kept);
  }
  const { record, id, parents, stamp } = wording;
  const { total } = corpus;
  const held = kept.get(record);
  if (held?.stamp === stamp && held.total === total) {
    held.moment = moment;
    return held;
  }
  const made: Kept = { record, id, parents, stamp, total, analysed: analyse(wording, corpus), moment };
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value as number);
  kept.set(record, made);
  return made;
}

/**
 * Several at once, and the wordings of those that had to be read. `moment` is the same object for as long as no change
 * has arrived: what was read at that moment is not read again.
 */
export function knownOf(
  db: Db,
  records: readonly number[],
  corpus: Corpus,
  moment: object,
): { readonly all: readonly Known[]; readonly read: Map<number, WordedDeficit> } {
  const kept = keptOf.get(db);
  const all: Known[] = [];
  const unread: number[] = [];
  for (const record of records) {
    const held = kept?.get(record);
    if (held?.moment === moment && held.total === corpus.total) all.push(held);
    else unread.push(record);
  }
  const read = new Map<number, WordedDeficit>();
  for (const wording of unread.length > 0 ? wordingsOf(db, unread) : []) {
    read.set(wording.record, wording);
    all.push(known(db, wording, corpus, moment));
  }
  return { all, read };
}

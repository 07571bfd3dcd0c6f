/** What the comparing of deficits reads: their wordings, how rare a word is, and where to look for one's like. */
import type { Corpus, Wording } from '../../shared/domain/duplicates/similarity.ts';
import type { TextEntry } from '../../shared/domain/fields.ts';
import { LANGS, type Lang } from '../../shared/domain/languages.ts';
import { type HeadRow, headAt, recentBodies, shown } from '../ledger/heads.ts';
import { findTerm, recordRow, termText, uuidOf } from '../ledger/store.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { joinedRecords, parentIds } from './joined.ts';

export interface WordedDeficit extends Wording {
  readonly record: number;
  readonly id: string;
  readonly parents: readonly string[];
  /** Changes when one of the fields above does. */
  readonly stamp: string;
}

const TEXTS = ['title', 'statement'] as const;
const CODES = ['area', 'subTopic'] as const;

/** Deficits that stand, by record number: not in the bin, and not joined into another. */
export function comparable(db: Db): number[] {
  const joined = new Set(joinedRecords(db));
  return pluck<number>(db, 'SELECT record FROM deficit WHERE withdrawn = 0 ORDER BY record')
    .all()
    .filter((record) => !joined.has(record));
}

/** Two readings for all of them together: the heads of the few fields that are compared, then their bodies. */
export function wordingsOf(db: Db, records: readonly number[]): WordedDeficit[] {
  const names = [
    ...TEXTS.flatMap((name) => LANGS.map((lang) => `${name}.${lang}`)),
    ...CODES,
    ...parentIds(db).map((id) => `parents:${id}`),
  ];
  const terms = names.flatMap((name) => findTerm(db, name) ?? []);
  const found = new Map<number, Map<string, HeadRow[]>>(records.map((record) => [record, new Map()]));
  const heads = sql<HeadRow & { record: number; field: number }>(
    db,
    `SELECT record, field, change, value FROM head
     WHERE record IN (SELECT value FROM json_each(?)) AND field IN (SELECT value FROM json_each(?))`,
  );
  for (const { record, field, ...row } of heads.all(JSON.stringify(records), JSON.stringify(terms))) {
    const fields = found.get(record) as Map<string, HeadRow[]>;
    const name = termText(db, field);
    const held = fields.get(name);
    if (held) held.push(row);
    else fields.set(name, [row]);
  }
  const bodies = recentBodies(db);
  return records.map((record) => {
    const fields = found.get(record) as Map<string, HeadRow[]>;
    const value = (name: string): unknown => {
      const rows = fields.get(name);
      return rows ? shown(rows.map((row) => headAt(bodies, row, name)))?.value : undefined;
    };
    const texts = (name: (typeof TEXTS)[number]): { [L in Lang]?: string } =>
      Object.fromEntries(
        LANGS.flatMap((lang) => {
          const entry = value(`${name}.${lang}`) as TextEntry | null | undefined;
          return entry ? [[lang, entry.text]] : [];
        }),
      );
    const code = (name: (typeof CODES)[number]): string | null => (value(name) as string | undefined) ?? null;
    return {
      record,
      id: uuidOf(recordRow(db, record).id),
      title: texts('title'),
      statement: texts('statement'),
      area: code('area'),
      subTopic: code('subTopic'),
      parents: [...fields.keys()]
        .filter((name) => name.startsWith('parents:') && value(name) === true)
        .map((name) => name.slice('parents:'.length)),
      stamp: [...fields.values()].flatMap((rows) => rows.map(({ change }) => change)).join(' '),
    };
  });
}

interface Counted {
  readonly total: number;
  readonly known: Map<string, number>;
}
const counted = new WeakMap<Db, Counted>();

/**
 * How many records hold a word, by the search index. Counts are kept until the register has grown or shrunk by a
 * tenth: they weigh words against each other, and the last digit weighs nothing.
 */
export function corpusOf(db: Db): Corpus {
  const total = pluck<number>(db, 'SELECT count(*) FROM deficit').get() as number;
  let held = counted.get(db);
  if (!held || Math.abs(total - held.total) > held.total / 10) {
    sql(
      db,
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.similar_words USING fts5vocab('main', 'search', 'row')",
    ).run();
    held = { total, known: new Map() };
    counted.set(db, held);
  }
  const { known } = held;
  const count = pluck<number>(db, 'SELECT doc FROM temp.similar_words WHERE term = ?');
  return {
    total: held.total,
    frequency: (word) => {
      let times = known.get(word);
      if (times === undefined) {
        times = count.get(word) ?? 0;
        known.set(word, times);
      }
      return times;
    },
  };
}

/** Any of the words. They are in normal form, so that no quotation mark is among their letters. */
export const anyOf = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' OR ');

/** Deficits that hold some of the words, by bm25: the likeliest first. */
export function candidates(db: Db, record: number, words: readonly string[], most: number): number[] {
  if (words.length === 0) return [];
  return pluck<number>(
    db,
    `SELECT search.rowid FROM search CROSS JOIN deficit d ON d.record = search.rowid
     WHERE search MATCH ? AND d.withdrawn = 0 AND search.rowid <> ? ORDER BY bm25(search, 2.0, 1.0) LIMIT ?`,
  ).all(anyOf(words), record, most);
}

/** What changes when anything of a deficit does: cheap for all of a register, at the price of comparing some anew. */
export const wordingStamps = (db: Db, records: readonly number[]): [number, string][] =>
  sql<{ record: number; edited: number; title: string }>(
    db,
    `SELECT record, edited, coalesce(title_ar, '') || coalesce(title_en, '') || coalesce(title_fr, '')
       || coalesce(title_es, '') AS title FROM deficit WHERE record IN (SELECT value FROM json_each(?))`,
  )
    .all(JSON.stringify(records))
    .map(({ record, edited, title }) => [record, `${edited} ${title}`]);

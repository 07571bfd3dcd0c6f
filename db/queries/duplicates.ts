/** What the comparing of deficits reads: their wordings, how rare a word is, and where to look for one's like. */
import { meaningOf } from '../../shared/domain/duplicates/concepts.ts';
import type { Corpus, Wording } from '../../shared/domain/duplicates/similarity.ts';
import { type Word, wordsOf } from '../../shared/domain/duplicates/words.ts';
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

/** The search index as it is compared with: by what words mean, in all the forms that stand in it. */
export interface Indexed extends Corpus {
  /** The forms in which a word stands in the index. */
  readonly formsOf: (word: Word) => readonly string[];
}

interface Form {
  readonly term: string;
  readonly doc: number;
}
interface Vocabulary {
  readonly total: number;
  readonly forms: Map<string, Form[]>;
  readonly terms: Set<string>;
  /** How many records hold a word of each meaning, as far as it has been asked for. */
  readonly times: Map<string, number>;
}
const vocabularies = new WeakMap<Db, Vocabulary>();

/**
 * The words of the index with how many records hold each, by meaning. Kept until the register has grown or shrunk by
 * a tenth: they weigh words against each other, and the last digit weighs nothing. A word that is newer than that is
 * looked up by itself.
 */
export function indexedOf(db: Db): Indexed {
  const total = pluck<number>(db, 'SELECT count(*) FROM deficit').get() as number;
  let vocabulary = vocabularies.get(db);
  if (!vocabulary || Math.abs(total - vocabulary.total) > vocabulary.total / 10) {
    const forms = readForms(db);
    const terms = new Set([...forms.values()].flatMap((each) => each.map(({ term }) => term)));
    vocabulary = { total, forms, terms, times: new Map() };
    vocabularies.set(db, vocabulary);
  }
  const { forms, terms, times } = vocabulary;
  const one = sql<Form>(db, 'SELECT term, doc FROM temp.similar_words WHERE term = ?');
  const of = (meaning: string, word: Word): readonly Form[] => {
    if (!terms.has(word.indexed)) {
      terms.add(word.indexed);
      times.delete(meaning);
      const found = one.get(word.indexed) ?? { term: word.indexed, doc: 0 };
      forms.set(meaning, [...(forms.get(meaning) ?? []), found]);
    }
    return forms.get(meaning) ?? [];
  };
  return {
    total: vocabulary.total,
    frequency: (word) => {
      const meaning = meaningOf(word.key);
      const known = terms.has(word.indexed) ? times.get(meaning) : undefined;
      if (known !== undefined) return known;
      const sum = of(meaning, word).reduce((all, { doc }) => all + doc, 0);
      times.set(meaning, sum);
      return sum;
    },
    formsOf: (word) => of(meaningOf(word.key), word).map(({ term }) => term),
  };
}

function readForms(db: Db): Map<string, Form[]> {
  sql(
    db,
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.similar_words USING fts5vocab('main', 'search', 'row')",
  ).run();
  const forms = new Map<string, Form[]>();
  for (const form of sql<Form>(db, 'SELECT term, doc FROM temp.similar_words').iterate()) {
    // A word with its article stands beside its bare form in the index: the bare one is in the same texts.
    const [word] = wordsOf(form.term);
    if (word?.indexed !== form.term) continue;
    const meaning = meaningOf(word.key);
    const held = forms.get(meaning);
    if (held) held.push(form);
    else forms.set(meaning, [form]);
  }
  return forms;
}

/** Any of the words. They are in normal form, so that no quotation mark is among their letters. */
export const anyOf = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' OR ');

/** A word to look for, in all its forms, and what it weighs. */
export interface Asked {
  readonly forms: readonly string[];
  readonly weight: number;
}

/**
 * Which deficits that stand hold a word. Each word is looked up once: of a register that is compared as a whole most
 * words are asked for by many deficits. It holds for as long as no change arrives.
 */
export class Holders {
  /** Stands for the state of the register that was looked at. */
  readonly moment = {};
  /** By record number; all zero between two askings. */
  readonly weights: Float64Array;
  readonly #db: Db;
  readonly #joined: ReadonlySet<number>;
  readonly #found = new Map<string, Int32Array>();

  constructor(db: Db) {
    this.#db = db;
    this.#joined = new Set(joinedRecords(db));
    const last = pluck<number | null>(db, 'SELECT max(record) FROM deficit').get() ?? 0;
    this.weights = new Float64Array(last + 1);
  }

  of(forms: readonly string[]): Int32Array {
    const match = anyOf(forms);
    let found = this.#found.get(match);
    if (!found) {
      // The index holds texts of every type, and what repeats a deficit's words most is its own clauses and comments.
      const all = pluck<number>(
        this.#db,
        `SELECT search.rowid FROM search JOIN deficit d ON d.record = search.rowid
         WHERE search MATCH ? AND d.withdrawn = 0`,
      ).all(match);
      found = Int32Array.from(this.#joined.size === 0 ? all : all.filter((each) => !this.#joined.has(each)));
      this.#found.set(match, found);
    }
    return found;
  }
}

/**
 * Record numbers that hold some of the words, and how much of their weight: the likeliest first. The index keeps no
 * places of words, without which its own ranking gives every text the same.
 */
export function candidates(
  holders: Holders,
  record: number,
  asked: readonly Asked[],
  most: number,
): { readonly record: number; readonly weight: number }[] {
  const { weights } = holders;
  const met: number[] = [];
  for (const { forms, weight } of asked)
    for (const other of holders.of(forms)) {
      const before = weights[other] as number;
      if (before === 0) met.push(other);
      weights[other] = before + weight;
    }
  const likeliest: { record: number; weight: number }[] = [];
  let least = 0;
  for (const other of met) {
    const weight = weights[other] as number;
    weights[other] = 0;
    if (weight <= least || other === record) continue;
    likeliest.push({ record: other, weight });
    if (likeliest.length < 2 * most) continue;
    likeliest.sort(byWeight).length = most;
    least = (likeliest[most - 1] as { weight: number }).weight;
  }
  return likeliest.sort(byWeight).slice(0, most);
}
const byWeight = (a: { record: number; weight: number }, b: { record: number; weight: number }): number =>
  b.weight - a.weight || a.record - b.record;

/** The last change that arrived, by whatever way, and the records that changed after `seen`; none for null. */
export function touchedSince(
  db: Db,
  seen: number | null,
): { readonly last: number; readonly records: readonly number[] } {
  const last = pluck<number | null>(db, 'SELECT max(n) FROM change').get() ?? 0;
  if (seen === null || seen === last) return { last, records: [] };
  return { last, records: pluck<number>(db, 'SELECT DISTINCT record FROM change WHERE n > ?').all(seen) };
}

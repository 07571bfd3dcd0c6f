/** Projections made anew from the ledger, and their fingerprints: equal before and after, or something is wrong. */
import { hash } from 'node:crypto';
import { setMeta } from '../meta.ts';
import { PROJECTION_VERSION } from '../projections/index.ts';
import { Pending } from '../projections/pending.ts';
import type { Db } from '../statements.ts';
import { Bodies } from './heads.ts';
import { allChanges, hexOf } from './store.ts';
import { inLedger } from './transaction.ts';

/** Empties and refills the tables screens read. Heads are the ledger's own and stay. */
export function rebuildProjections(db: Db): void {
  inLedger(db, () => {
    db.exec('DELETE FROM item; DELETE FROM deficit; DELETE FROM search;');
    const pending = new Pending(db);
    for (const { record, change } of allChanges(db)) {
      if (change.section !== 'main') continue;
      const at = Date.parse(change.at);
      pending.add({
        record,
        recordType: change.recordType,
        fields: Object.keys(change.set),
        bodies: pending.bodiesOf(record) ?? new Bodies(db),
        first: { clock: change.clock, at },
        edited: at,
        conflictsMoved: true,
        fresh: true,
        newest: false,
      });
    }
    pending.flush();
    setMeta(db, 'projection', String(PROJECTION_VERSION));
  });
}

const DIGESTS: { readonly [table: string]: string } = {
  head: `SELECT hex(record.id), t.text, s.text, f.text, hex(change.id), value FROM head
    JOIN record ON record.n = head.record JOIN term t ON t.n = record.type JOIN term s ON s.n = record.section
    JOIN term f ON f.n = head.field JOIN change ON change.n = head.change`,
  conflict: `SELECT hex(record.id), t.text, s.text, f.text FROM conflict JOIN record ON record.n = conflict.record
    JOIN term t ON t.n = record.type JOIN term s ON s.n = record.section JOIN term f ON f.n = conflict.field`,
  missing: `SELECT hex(missing.id), hex(record.id), t.text, f.text, s.text FROM missing
    JOIN record ON record.n = missing.record JOIN term t ON t.n = record.type JOIN term f ON f.n = missing.field
    JOIN term s ON s.n = missing.section`,
  erased: `SELECT hex(target), f.text FROM erased JOIN term f ON f.n = erased.field`,
  detached: `SELECT hex(change.id), f.text, value, hex(salt) FROM detached JOIN change ON change.n = detached.change
    JOIN term f ON f.n = detached.field`,
  item: `SELECT hex(record.id), t.text, it.text, hex(parent), withdrawn, number, created, edited FROM item
    JOIN record ON record.n = item.record JOIN term t ON t.n = record.type JOIN term it ON it.n = item.type`,
  deficit: `SELECT hex(record.id), withdrawn, number, title_ar, title_en, title_fr, title_es, area, subtopic,
    confidentiality, severity_g, severity_e, severity_w, position_g, position_e, position_w, changed_since, outcome,
    conflicts, edited FROM deficit JOIN record ON record.n = deficit.record`,
  lengths: `SELECT hex(record.id), hex(sz) FROM search_docsize JOIN record ON record.n = search_docsize.id`,
  // What ranking is reckoned from: the number of texts and of words. Nought and nothing are the same.
  averages: `SELECT hex(block) FROM search_data WHERE id = 1 AND hex(block) GLOB '*[^0]*'`,
};

export type Fingerprints = { readonly [table: string]: string };

/**
 * Each table by what its rows mean, not by local numbers: equal on every replica of one state. The SHA-256 of the
 * rows are added up, since rows are a set: sorting hundreds of thousands of them would cost what a whole dossier may
 * take of memory.
 */
export function fingerprints(db: Db): Fingerprints {
  const tables = Object.entries(DIGESTS).map(([table, query]) => {
    const sum = new Uint32Array(8);
    let rows = 0;
    for (const row of db.prepare(query).raw(true).iterate()) {
      const digest = hash('sha256', JSON.stringify(row), 'buffer');
      for (let lane = 0; lane < 8; lane += 1)
        sum[lane] = (sum[lane] as number) + digest.readUInt32LE(4 * lane);
      rows += 1;
    }
    return [table, `${rows} ${hexOf(new Uint8Array(sum.buffer))}`];
  });
  return { ...Object.fromEntries(tables), search: searchSum(db) };
}

/**
 * Which word stands in which record and column, added up, so that millions of places need no sorting: two lanes
 * of 32 bits tell damage, which is all this must tell.
 */
function searchSum(db: Db): string {
  db.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab('main', 'search', 'instance')",
  );
  const keys = new Map(
    db
      .prepare<[], [number, Buffer]>('SELECT n, id FROM record')
      .raw(true)
      .all()
      .map(([n, id]) => [n, id.readUInt32LE(0) ^ id.readUInt32LE(12)]),
  );
  let [first, second, places] = [0, 0, 0];
  let [word, wordKey] = ['', 0];
  const rows = db
    .prepare<[], [string, number, string]>('SELECT term, doc, col FROM temp.search_words')
    .raw(true);
  for (const [term, doc, column] of rows.iterate()) {
    if (term !== word) [word, wordKey] = [term, hash32(term)];
    const key =
      Math.imul(wordKey ^ (keys.get(doc) ?? doc), 0x9e3779b1) ^ (column === 'title' ? 0x5bd1e995 : 0);
    first = (first + key) | 0;
    second = (second + Math.imul(key ^ (key >>> 15), 0x85ebca6b)) | 0;
    places += 1;
  }
  return `${places} ${first >>> 0} ${second >>> 0}`;
}

/** FNV-1a over UTF-16 units. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

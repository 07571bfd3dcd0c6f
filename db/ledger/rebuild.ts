/** Projections made anew from the ledger, and their fingerprints: equal before and after, or something is wrong. */
import { createHash } from 'node:crypto';
import { setMeta } from '../meta.ts';
import { PROJECTION_VERSION, project } from '../projections/index.ts';
import type { Db } from '../statements.ts';
import { Bodies } from './heads.ts';
import { allChanges } from './store.ts';
import { inLedger } from './transaction.ts';

/** Empties and refills the tables screens read. Heads are the ledger's own and stay. */
export function rebuildProjections(db: Db): void {
  inLedger(db, () => {
    db.exec('DELETE FROM item; DELETE FROM deficit; DELETE FROM search;');
    for (const { record, change } of allChanges(db)) {
      if (change.section !== 'main') continue;
      project(db, {
        record,
        recordType: change.recordType,
        change,
        fields: Object.keys(change.set),
        bodies: new Bodies(db),
      });
    }
    setMeta(db, 'projection', String(PROJECTION_VERSION));
  });
}

const DIGESTS: { readonly [table: string]: string } = {
  head: `SELECT hex(record.id), t.text, s.text, f.text, hex(change.id) FROM head
    JOIN record ON record.n = head.record JOIN term t ON t.n = record.type JOIN term s ON s.n = record.section
    JOIN term f ON f.n = head.field JOIN change ON change.n = head.change ORDER BY 1, 2, 3, 4, 5`,
  conflict: `SELECT hex(record.id), t.text, s.text, f.text FROM conflict JOIN record ON record.n = conflict.record
    JOIN term t ON t.n = record.type JOIN term s ON s.n = record.section JOIN term f ON f.n = conflict.field
    ORDER BY 1, 2, 3, 4`,
  missing: `SELECT hex(missing.id), hex(record.id), t.text, f.text FROM missing JOIN record ON record.n = missing.record
    JOIN term t ON t.n = record.type JOIN term f ON f.n = missing.field ORDER BY 1, 2, 3, 4`,
  erased: `SELECT hex(target), f.text FROM erased JOIN term f ON f.n = erased.field ORDER BY 1, 2`,
  detached: `SELECT hex(change.id), f.text, value, hex(salt) FROM detached JOIN change ON change.n = detached.change
    JOIN term f ON f.n = detached.field ORDER BY 1, 2`,
  item: `SELECT hex(record.id), t.text, hex(parent), withdrawn, number, created, edited FROM item
    JOIN record ON record.n = item.record JOIN term t ON t.n = record.type ORDER BY 1, 2`,
  deficit: `SELECT hex(record.id), withdrawn, number, title_ar, title_en, title_fr, title_es, area, subtopic,
    confidentiality, severity_g, severity_e, severity_w, position_g, position_e, position_w, changed_since, outcome,
    conflicts, edited FROM deficit JOIN record ON record.n = deficit.record ORDER BY 1`,
  search: `SELECT term, col, doc, cnt FROM temp.search_words ORDER BY 1, 2`,
};

export type Fingerprints = { readonly [table: string]: string };

/** SHA-256 of each table by what its rows mean, not by local numbers: equal on every replica of one state. */
export function fingerprints(db: Db): Fingerprints {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab('main', 'search', 'col')");
  return Object.fromEntries(
    Object.entries(DIGESTS).map(([table, query]) => {
      const hash = createHash('sha256');
      for (const row of db.prepare(query).raw(true).iterate()) hash.update(`${JSON.stringify(row)}\n`);
      return [table, hash.digest('hex')];
    }),
  );
}

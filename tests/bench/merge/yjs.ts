/**
 * Yjs doing the same, with projection: update applied, events observed, and in one transaction the update is kept
 * and every touched record written to the table and the search index that the ledger's own projection fills. A copy
 * of the fixture serves as the file: same tables, same pragmas, same index settings. Texts are indexed as ours are,
 * and only where one changed.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { uuidBytes, uuidOf } from '../../../db/ledger/store.ts';
import { openDossierFile } from '../../../db/open.ts';
import { type Db, pluck, sql } from '../../../db/statements.ts';
import { indexText } from '../../../shared/domain/search-text.ts';
import { removeDossier } from '../../fixtures/large.ts';
import { timed } from '../figure.ts';
import { type Atom, atomOf, type FlatRecord } from './engines.ts';
import type { Turn } from './turn.ts';
import type { Edit } from './workload.ts';

type YRecord = Y.Map<Atom>;

export interface YjsMade {
  readonly base: Uint8Array;
  readonly packages: readonly Uint8Array[];
}

/** History is kept, as the ledger keeps it: `gc: false`. */
const newDoc = (client: number): Y.Doc => {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = client;
  return doc;
};
const deficitsOf = (doc: Y.Doc): Y.Map<YRecord> => doc.getMap('deficit');

export function makeYjs(records: Iterable<FlatRecord>, edits: readonly (readonly Edit[])[]): YjsMade {
  const doc = newDoc(1);
  doc.transact(() => {
    for (const { type, id, fields } of records)
      doc.getMap<YRecord>(type).set(id, new Y.Map<Atom>(fields));
  });
  const base = Y.encodeStateAsUpdate(doc);
  const packages = edits.map((own, replica) => {
    const peer = newDoc(10 + replica);
    Y.applyUpdate(peer, base);
    const before = Y.encodeStateVector(peer);
    const deficits = deficitsOf(peer);
    for (const { kind, id, set } of own)
      peer.transact(() => {
        const fields = Object.entries(set).map(([field, value]) => [field, atomOf(value)] as const);
        if (kind === 'create') deficits.set(id, new Y.Map<Atom>(fields));
        else for (const [field, atom] of fields) deficits.get(id)?.set(field, atom);
      });
    return Y.encodeStateAsUpdate(peer, before);
  });
  return { base, packages };
}

const COLUMNS: { readonly [field: string]: string } = {
  number: 'number',
  'title.ar': 'title_ar',
  'title.en': 'title_en',
  area: 'area',
  subTopic: 'subtopic',
  confidentiality: 'confidentiality',
  'severity.G': 'severity_g',
  'severity.E': 'severity_e',
  'severity.W': 'severity_w',
  withdrawn: 'withdrawn',
};
const TITLE = ['number', 'title.ar', 'title.en'];
const BODY = ['statement.ar', 'statement.en'];
const isIndexed = (field: string): boolean => TITLE.includes(field) || BODY.includes(field);

const textOf = (record: YRecord, field: string): string => {
  const atom = record.get(field);
  if (typeof atom !== 'string') return '';
  return atom.startsWith('{') ? (JSON.parse(atom) as { text: string }).text : atom;
};
const words = (record: YRecord, fields: readonly string[]): string =>
  fields
    .map((field) => textOf(record, field))
    .filter((text) => text !== '')
    .map(indexText)
    .join(' ');

function cell(record: YRecord, field: string): string | number | null {
  const atom = record.get(field) ?? null;
  if (field === 'withdrawn') return atom === true ? 1 : 0;
  if (field.startsWith('title.')) return textOf(record, field);
  return atom === null ? null : (atom as string | number);
}

function project(
  db: Db,
  id: string,
  record: YRecord,
  fields: readonly string[],
  numbers: Map<string, number>,
): void {
  let n = numbers.get(id);
  if (n === undefined) {
    n = Number(
      sql(
        db,
        "INSERT INTO record (section, id, type) VALUES (1, ?, (SELECT n FROM term WHERE text = 'deficit'))",
      ).run(uuidBytes(id)).lastInsertRowid,
    );
    numbers.set(id, n);
    sql(db, 'INSERT INTO deficit (record) VALUES (?)').run(n);
  }
  const shown = fields.filter((field) => COLUMNS[field] !== undefined);
  const assignments = [...shown.map((field) => `${COLUMNS[field]} = ?`), 'edited = ?'].join(', ');
  sql(db, `UPDATE deficit SET ${assignments} WHERE record = ?`).run(
    ...shown.map((field) => cell(record, field)),
    1,
    n,
  );
  if (fields.some(isIndexed))
    sql(db, 'INSERT OR REPLACE INTO search (rowid, title, body) VALUES (?, ?, ?)').run(
      n,
      words(record, TITLE),
      words(record, BODY),
    );
}

/** Row numbers of the deficits of the fixture, by id. */
const rowNumbers = (db: Db): Map<string, number> =>
  new Map(
    sql<{ id: Buffer; n: number }>(
      db,
      "SELECT id, n FROM record WHERE type = (SELECT n FROM term WHERE text = 'deficit')",
    )
      .all()
      .map(({ id, n }) => [uuidOf(id), n]),
  );

export function mergeYjs(made: YjsMade, baseFile: string, folder: string): Turn {
  const file = join(folder, 'yjs.hiwar');
  copyFileSync(baseFile, file);
  const { db, close } = openDossierFile(file);
  db.exec('CREATE TABLE bench_update (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)');
  pluck(db, 'SELECT sum(length(title_ar)) FROM deficit').get();
  const doc = newDoc(2);
  Y.applyUpdate(doc, made.base);
  const numbers = rowNumbers(db);
  const deficits = deficitsOf(doc);
  let touched = new Map<string, Set<string>>();
  deficits.observeDeep((found) => {
    for (const event of found) {
      const [id] = event.path;
      if (id === undefined)
        for (const fresh of event.keys.keys()) touched.set(fresh, new Set(deficits.get(fresh)?.keys()));
      else {
        const fields = touched.get(id as string) ?? new Set();
        for (const field of event.keys.keys()) fields.add(field);
        touched.set(id as string, fields);
      }
    }
  });
  const milliseconds = timed(() => {
    for (const bytes of made.packages) {
      touched = new Map();
      Y.applyUpdate(doc, bytes);
      db.transaction(() => {
        sql(db, 'INSERT INTO bench_update (bytes) VALUES (?)').run(bytes);
        for (const [id, fields] of touched)
          project(db, id, deficits.get(id) as YRecord, [...fields], numbers);
      }).immediate();
    }
  });
  const standing = pluck<number>(db, 'SELECT count(*) FROM deficit WHERE withdrawn = 0').get() as number;
  close();
  removeDossier(file);
  doc.destroy();
  return { milliseconds, deficits: standing };
}

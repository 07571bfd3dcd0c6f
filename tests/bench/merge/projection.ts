/**
 * What both other engines do after a merge, in one transaction: the bytes that came are kept, and every touched record
 * is written to the table and the search index that the ledger's own projection fills. A copy of the fixture serves
 * as the file: same tables, same pragmas, same index settings. Texts are indexed as ours are, and only where one
 * changed.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidBytes, uuidOf } from '../../../db/ledger/store.ts';
import { type OpenDossier, openDossierFile } from '../../../db/open.ts';
import { type Db, pluck, sql } from '../../../db/statements.ts';
import { indexText } from '../../../shared/domain/search-text.ts';
import { removeDossier } from '../../fixtures/large.ts';
import type { Atom } from './engines.ts';

/** A record of either engine. */
export interface Values {
  get(field: string): Atom | undefined;
}
/** Which fields of which records a package touched. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>;

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

const textOf = (record: Values, field: string): string => {
  const atom = record.get(field);
  if (typeof atom !== 'string') return '';
  return atom.startsWith('{') ? (JSON.parse(atom) as { text: string }).text : atom;
};
const words = (record: Values, fields: readonly string[]): string =>
  fields
    .map((field) => textOf(record, field))
    .filter((text) => text !== '')
    .map(indexText)
    .join(' ');

function cell(record: Values, field: string): string | number | null {
  const atom = record.get(field) ?? null;
  if (field === 'withdrawn') return atom === true ? 1 : 0;
  if (field.startsWith('title.')) return textOf(record, field);
  return atom === null ? null : (atom as string | number);
}

function project(
  db: Db,
  id: string,
  record: Values,
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

export class Projection {
  readonly #opened: OpenDossier;
  readonly #numbers: Map<string, number>;

  constructor(baseFile: string, folder: string, name: string) {
    const file = join(folder, `${name}.hiwar`);
    copyFileSync(baseFile, file);
    this.#opened = openDossierFile(file);
    const { db } = this.#opened;
    db.exec('CREATE TABLE bench_update (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)');
    pluck(db, 'SELECT sum(length(title_ar)) FROM deficit').get();
    this.#numbers = rowNumbers(db);
  }

  take(bytes: Uint8Array, touched: Touched, recordOf: (id: string) => Values): void {
    const { db } = this.#opened;
    db.transaction(() => {
      sql(db, 'INSERT INTO bench_update (bytes) VALUES (?)').run(bytes);
      for (const [id, fields] of touched) project(db, id, recordOf(id), [...fields], this.#numbers);
    }).immediate();
  }

  /** Deficits that stand. */
  close(): number {
    const { db, file, close } = this.#opened;
    const standing = pluck<number>(db, 'SELECT count(*) FROM deficit WHERE withdrawn = 0').get() as number;
    close();
    removeDossier(file);
    return standing;
  }
}

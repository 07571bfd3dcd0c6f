/**
 * Numbered steps from an empty file to today's schema. A released step is never edited: it copies what it needs
 * rather than importing it. Each runs in a transaction of its own, so a kill leaves the step done or undone.
 */
import Database from 'better-sqlite3';
import type { Db } from '../statements.ts';
import { up as ledger } from './0010-ledger.ts';
import { up as register } from './0020-register.ts';

export interface Migration {
  readonly version: number;
  readonly up: (db: Db) => void;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 10, up: ledger },
  { version: 20, up: register },
];

export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;

/** Brings a file up to `target`; a file that is there already is not written to. */
export function migrate(db: Db, target = SCHEMA_VERSION): void {
  const at = db.pragma('user_version', { simple: true }) as number;
  for (const { version, up } of MIGRATIONS) {
    if (version <= at || version > target) continue;
    db.transaction(() => {
      up(db);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}

const texts = new Map<number, string>();

/** What SQLite keeps of the tables of a version. Those within the search index are the library's own affair. */
const schemaText = (db: Db): string =>
  db
    .prepare<[], string>(
      "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'search/_%' ESCAPE '/' ORDER BY 1",
    )
    .pluck(true)
    .all()
    .join('\n');

/** False where a table, a column or an index is not what the migrations made: one bit there renames a column. */
export function schemaHolds(db: Db): boolean {
  const version = db.pragma('user_version', { simple: true }) as number;
  let expected = texts.get(version);
  if (expected === undefined) {
    const fresh = new Database(':memory:');
    migrate(fresh, version);
    expected = schemaText(fresh);
    fresh.close();
    texts.set(version, expected);
  }
  return schemaText(db) === expected;
}

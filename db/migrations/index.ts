/**
 * Numbered steps from an empty file to today's schema. A released step is never edited: it copies what it needs
 * rather than importing it. Each runs in a transaction of its own, so a kill leaves the step done or undone.
 */
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

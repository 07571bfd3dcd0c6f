import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../shared/errors.ts';
import { refusalOf } from './errors.ts';

export interface Lock {
  release(): void;
}

/**
 * One process holds a dossier. The lock is a SQLite file beside it with an exclusive transaction left open: the
 * system frees it when the process ends, however it ends, so a crash never locks a facilitator out.
 * Refuses with `file.held` or `file.folder-read-only`.
 */
export function lockDossier(file: string): Lock {
  const path = `${file}-lock`;
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: 0 });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (thrown) {
    db?.close();
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    if (refusal.error.code === 'file.unreadable' || refusal.error.code === 'file.folder-read-only')
      throw new Refusal('file.folder-read-only');
    throw refusal;
  }
  const held = db;
  return {
    release() {
      if (!held.open) return;
      held.close();
      // Another process may have taken the lock since: then the file is in use and stays.
      if (existsSync(path) && process.platform !== 'win32') return;
      rmSync(path, { force: true });
    },
  };
}

import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../shared/errors.ts';
import { refusalOf } from './errors.ts';

export interface Lock {
  release(): void;
}

const inode = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.ino;

/**
 * One process holds a dossier. The lock is a SQLite file beside it with an exclusive transaction left open: the
 * system frees it when the process ends, however it ends, so a crash never locks a facilitator out.
 * Refuses with `file.held`, `file.folder-read-only` or, where the folder is not there, `file.missing`.
 */
export function lockDossier(file: string): Lock {
  const path = `${file}-lock`;
  if (!existsSync(dirname(path))) throw new Refusal('file.missing');
  for (;;) {
    const db = takeLock(path);
    const taken = inode(path);
    if (db.inode === taken && taken !== undefined)
      return {
        release() {
          if (!db.connection.open) return;
          // Removed while it is still held: who opened it meanwhile sees below that it is no longer the lock.
          if (process.platform !== 'win32') rmSync(path, { force: true });
          db.connection.close();
          if (process.platform === 'win32') removeIfFree(path);
        },
      };
    // The former holder removed the file between our opening and our locking it: what we hold is no lock.
    db.connection.close();
  }
}

function takeLock(path: string): { connection: Database.Database; inode: number | undefined } {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(path, { timeout: 0 });
    const opened = inode(path);
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
    return { connection, inode: opened };
  } catch (thrown) {
    connection?.close();
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    if (refusal.error.code === 'file.unreadable' || refusal.error.code === 'file.folder-read-only')
      throw new Refusal('file.folder-read-only');
    throw refusal;
  }
}

/** Windows refuses to remove a file that another process has open: then it is in use and stays. */
function removeIfFree(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // In use by the next holder.
  }
}

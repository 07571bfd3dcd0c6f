import { listCopies, removeCopy, replaceCopies } from './copies.ts';
import { versionOf } from './ledger/version.ts';
import type { OpenDossier } from './open.ts';
import type { Db } from './statements.ts';

/** A job that reads may hold the log for long: it is waited for a moment only, since the page waits as well. */
const PATIENCE_MS = 200;

/**
 * The bytes after an erasure (L10). The erasure itself is a change and has been appended; freed cells are
 * overwritten by `secure_delete`. Here the write-ahead log, which still holds the pages of before, is folded in
 * and cut, and rolling copies are replaced by one made now.
 *
 * Returns false where a reader still holds the log: then the copies are gone already, the log is cut when the
 * dossier is closed, and closing makes the next copy.
 */
export function scrubErased(opened: OpenDossier, copiesFolder: string, now: number): boolean {
  const folded = foldIn(opened.db);
  if (folded) replaceCopies(opened.file, copiesFolder, versionOf(opened.db), now);
  else for (const copy of listCopies(copiesFolder)) removeCopy(copy);
  return folded;
}

function foldIn(db: Db): boolean {
  const patience = db.pragma('busy_timeout', { simple: true }) as number;
  db.pragma(`busy_timeout = ${PATIENCE_MS}`);
  try {
    const [checkpoint] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return checkpoint?.busy === 0;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}

import { existsSync, rmSync, statSync } from 'node:fs';
import { isRefusal } from '../shared/errors.ts';
import { lockDossier } from './lock.ts';

/**
 * A read-only connection leaves an empty write-ahead log and its index beside the file, since it may not remove
 * them. Where nobody holds the dossier they are removed, so that one dossier is one file again.
 */
export function tidyAfterReading(file: string): void {
  const log = `${file}-wal`;
  if (!existsSync(log) || statSync(log).size > 0) return;
  try {
    const lock = lockDossier(file);
    for (const extra of [log, `${file}-shm`]) rmSync(extra, { force: true });
    lock.release();
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
  }
}

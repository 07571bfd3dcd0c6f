/**
 * Rolling copies: after each closed dossier a copy that was opened, integrity-checked and found to have the
 * same version id. The last ten are kept. A copy that cannot be proven is no copy: it is removed and reported.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../shared/errors.ts';
import { refusalOf } from './errors.ts';
import { versionOf } from './ledger/version.ts';
import { openForReading } from './open.ts';

export const COPIES_KEPT = 10;

export interface Copy {
  /** The instant it was made, as a file name can hold it: `2026-01-31T08-15-00-000Z`. */
  readonly copyId: string;
  readonly madeAt: string;
  readonly size: number;
  readonly versionId: string;
  readonly file: string;
}

const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)\.hiwar$/;

export function listCopies(folder: string): Copy[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const match = NAME.exec(name);
      if (!match) return [];
      const copyId = match[1] as string;
      const file = join(folder, name);
      const note = `${file}.version`;
      return [
        {
          copyId,
          madeAt: copyId.replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/, 'T$1:$2:$3.$4Z'),
          size: statSync(file).size,
          versionId: existsSync(note) ? readFileSync(note, 'utf8').trim() : '',
          file,
        },
      ];
    })
    .sort((a, b) => (a.copyId < b.copyId ? 1 : -1));
}

/** Integrity check of SQLite and the version id of section main. Throws what opening it would. */
export function proveFile(file: string): string {
  const db = openForReading(file);
  try {
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new Refusal('file.corrupt', { where: 'integrity' });
    return versionOf(db);
  } catch (thrown) {
    throw refusalOf(thrown) ?? thrown;
  } finally {
    db.close();
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } catch {
    // Some systems cannot flush a folder; the file itself was flushed before.
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies a closed, checkpointed file and proves the copy. Returns undefined where the newest copy already has
 * this version. `expected` is the version id the dossier had when it was closed.
 */
export function makeCopy(file: string, folder: string, expected: string, now: number): Copy | undefined {
  mkdirSync(folder, { recursive: true });
  const known = listCopies(folder);
  if (known[0]?.versionId === expected) return undefined;
  let at = now;
  const idAt = (ms: number): string => new Date(ms).toISOString().replaceAll(':', '-').replace('.', '-');
  // The wall clock may have been set back, or two copies fall into one millisecond: never overwrite one.
  while (existsSync(join(folder, `${idAt(at)}.hiwar`))) at += 1;
  const target = join(folder, `${idAt(at)}.hiwar`);
  const partial = `${target}.partial`;
  try {
    copyFileSync(file, partial);
    flush(partial);
    if (proveFile(partial) !== expected) throw new Refusal('file.corrupt', { where: 'copy' });
    for (const extra of ['-wal', '-shm']) rmSync(`${partial}${extra}`, { force: true });
    writeFileSync(`${target}.version`, `${expected}\n`);
    renameSync(partial, target);
    flush(folder);
  } catch (thrown) {
    for (const path of [partial, `${partial}-wal`, `${partial}-shm`, `${target}.version`])
      rmSync(path, { force: true });
    throw refusalOf(thrown) ?? thrown;
  }
  for (const old of listCopies(folder).slice(COPIES_KEPT)) removeCopy(old);
  return listCopies(folder).find((copy) => copy.file === target);
}

export function removeCopy(copy: Copy): void {
  for (const path of [copy.file, `${copy.file}.version`]) rmSync(path, { force: true });
}

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
import { type Db, pluck } from './statements.ts';

export const COPIES_KEPT = 10;

export interface Copy {
  /** A running number and the instant it was made, as a file name can hold it: `000007-2026-01-31T08-15-00-000Z`. */
  readonly copyId: string;
  readonly madeAt: string;
  readonly size: number;
  readonly versionId: string;
  readonly file: string;
}

// The number orders them: the wall clock may have been set back between two copies.
const NAME = /^((\d{6})-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)\.hiwar$/;

/** Copies of one dossier, the newest first. */
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
          madeAt: copyId.slice(7).replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/, 'T$1:$2:$3.$4Z'),
          size: statSync(file).size,
          versionId: existsSync(note) ? (readFileSync(note, 'utf8').split(/\s/, 1)[0] as string) : '',
          file,
        },
      ];
    })
    .sort((a, b) => (a.copyId < b.copyId ? 1 : -1));
}

/** Integrity check of SQLite and the version id of section main. Throws what opening it would. */
export function proveFile(file: string): string {
  return reading(file, (db) => {
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new Refusal('file.corrupt', { where: 'integrity' });
    return versionOf(db);
  });
}

function reading<T>(file: string, read: (db: Db) => T): T {
  const db = openForReading(file);
  try {
    return read(db);
  } catch (thrown) {
    throw refusalOf(thrown) ?? thrown;
  } finally {
    db.close();
  }
}

/** What tells two states of one version apart: changes of other sections, values and attachments that came since. */
const weigh = (db: Db): string =>
  ['change', 'detached', 'blob'].map((table) => pluck(db, `SELECT count(*) FROM ${table}`).get()).join(' ');

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
 * this state. `expected` is the version id the dossier had when it was closed, `now` the wall clock.
 */
export function makeCopy(file: string, folder: string, expected: string, now: number): Copy | undefined {
  mkdirSync(folder, { recursive: true });
  removePartial(folder);
  const newest = listCopies(folder)[0];
  const number = String(Number(newest?.copyId.slice(0, 6) ?? 0) + 1).padStart(6, '0');
  const instant = new Date(now).toISOString().replaceAll(':', '-').replace('.', '-');
  const target = join(folder, `${number}-${instant}.hiwar`);
  const partial = `${target}.partial`;
  try {
    copyFileSync(file, partial);
    const note = `${expected} ${reading(partial, weigh)}\n`;
    if (newest?.versionId === expected && readFileSync(`${newest.file}.version`, 'utf8') === note) {
      removePartial(folder);
      return undefined;
    }
    flush(partial);
    if (proveFile(partial) !== expected) throw new Refusal('file.corrupt', { where: 'copy' });
    writeFileSync(`${target}.version`, note);
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

/** What a copy that was killed half-way left behind: it proves nothing and may hold what was erased since. */
function removePartial(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.includes('.partial')) rmSync(join(folder, name), { force: true });
}

/** After an erasure: every copy that may still hold the value goes, one made now takes their place. */
export function replaceCopies(file: string, folder: string, expected: string, now: number): Copy | undefined {
  const old = listCopies(folder);
  if (existsSync(folder)) removePartial(folder);
  for (const copy of old) removeCopy(copy);
  return old.length === 0 ? undefined : makeCopy(file, folder, expected, now);
}

export function removeCopy(copy: Copy): void {
  for (const path of [copy.file, `${copy.file}.version`]) rmSync(path, { force: true });
}

/**
 * Files on their way in (uploads, picked files) or out (downloads).
 *
 * A folder both the host and the data thread know: one small JSON note a file, named by a random id, and
 * the bytes beside it unless the file is used where it lies. Whoever knows an id may read that file, so ids
 * are 128 random bits and the folder is the owner's alone.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Transfer {
  path: string;
  /** What people call it: a bare name, no folder. */
  fileName: string;
  mediaType: string;
  /** True when the bytes lie in the transfer folder; false for a file the user chose where it lies. */
  temporary: boolean;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** A fresh folder for this process, after removing those that dead processes left behind. */
export function makeTransferFolder(dataFolder: string): string {
  const all = join(dataFolder, 'transfer');
  mkdirSync(all, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(all)) {
    const pid = Number.parseInt(name, 10);
    if (!Number.isInteger(pid) || pid === process.pid || !isAlive(pid)) {
      rmSync(join(all, name), { recursive: true, force: true });
    }
  }
  return mkdtempSync(join(all, `${process.pid}-`));
}

export const removeTransferFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true });

/** A path in the folder for bytes about to be written, with the id they will be known by. */
export function newTransferPath(folder: string): { id: string; path: string } {
  const id = randomUUID();
  return { id, path: join(folder, `${id}.bytes`) };
}

export function recordTransfer(folder: string, transfer: Transfer, id: string = randomUUID()): string {
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(transfer), { mode: 0o600 });
  return id;
}

/** The file behind an id, or undefined for an id this process never gave out. */
export function findTransfer(folder: string, id: string): Transfer | undefined {
  if (!ID.test(id)) return undefined;
  try {
    return JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Transfer;
  } catch {
    return undefined;
  }
}

export function dropTransfer(folder: string, id: string): void {
  const found = findTransfer(folder, id);
  if (!found) return;
  if (found.temporary) rmSync(found.path, { force: true });
  rmSync(join(folder, `${id}.json`), { force: true });
}

/** A bare file name fit for every system: no folder, no control or reserved characters, at most 150 long. */
export function safeFileName(name: string, fallback = 'hiwar'): string {
  const cleaned = [...name]
    .filter(
      (character) =>
        (character.codePointAt(0) ?? 0) >= 32 && !'\u202e\u202d\u2066\u2067\u2068'.includes(character),
    )
    .join('')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^\.+|[. ]+$/g, '');
  return [...cleaned].slice(-150).join('') || fallback;
}

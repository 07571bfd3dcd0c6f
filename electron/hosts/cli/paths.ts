/** Paths a person typed: looked at before they are used, and refused with a code when they lead nowhere. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { refusalOf } from '../../../db/errors.ts';
import { Refusal } from '../../../shared/errors.ts';

/** The path of a file that must be there already. */
export function presentFile(typed: string): string {
  const path = resolve(typed);
  statSync(path);
  return path;
}

/** The path of a file to be made: its name is free, and its folder is there afterwards. */
export function freeFile(typed: string): string {
  const path = resolve(typed);
  if (existsSync(path)) throw new Refusal('file.exists');
  makeFolder(dirname(path));
  return path;
}

/** Step by step: in folders of the system that hold no files the recursive call of Node never returns. */
export function makeFolder(path: string): void {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) throw new Refusal('file.exists');
    return;
  }
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (thrown) {
    // Where nothing can be made the system answers 'no such file'; another process may have been faster.
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Refusal('file.folder-read-only');
    if (code !== 'EEXIST') throw thrown;
  }
}

/** What the system says of a path that cannot be, besides what any file can suffer. Undefined for bugs. */
export function refusalOfPath(thrown: unknown): Refusal | undefined {
  const code = (thrown as NodeJS.ErrnoException | null)?.code;
  if (code === 'EEXIST') return new Refusal('file.exists');
  return refusalOf(thrown);
}

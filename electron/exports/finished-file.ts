/** A file that is either whole under its name or not there at all. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { err, ok, Refusal, type Result } from '../../shared/errors.ts';
import { mediaTypeOf } from './descriptor.ts';

export interface ExportedFile {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Ends the name of a file that is still being written; the owner of a thread that was ended removes them. */
export const UNFINISHED = '.part';

/** `make` writes to the name it is given; the file gets `path` only when that has succeeded. */
export async function finish(
  path: string,
  make: (unfinished: string) => Promise<void> | void,
): Promise<ExportedFile> {
  const unfinished = join(dirname(path), `.${basename(path)}${UNFINISHED}`);
  try {
    await make(unfinished);
    const hash = createHash('sha256');
    await pipeline(createReadStream(unfinished), hash);
    const { size } = statSync(unfinished);
    renameSync(unfinished, path);
    return {
      path,
      fileName: basename(path),
      mediaType: path.endsWith('.zip') ? 'application/zip' : mediaTypeOf(path),
      size,
      sha256: hash.digest('hex'),
    };
  } catch (thrown) {
    rmSync(unfinished, { force: true });
    throw thrown;
  }
}

export function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const CODES: { readonly [code: string]: 'disk.full' | 'file.folder-read-only' | 'file.missing' } = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EACCES: 'file.folder-read-only',
  EPERM: 'file.folder-read-only',
  EROFS: 'file.folder-read-only',
  ENOENT: 'file.missing',
};

/** What went wrong with a file, as a value; anything else is a bug and goes on. */
export function refusalOfFile(thrown: unknown): Result<never> {
  if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
  const code = CODES[(thrown as NodeJS.ErrnoException | null)?.code ?? ''];
  if (code) return err(code);
  throw thrown;
}

export const settle = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
  try {
    return ok(await work());
  } catch (thrown) {
    return refusalOfFile(thrown);
  }
};

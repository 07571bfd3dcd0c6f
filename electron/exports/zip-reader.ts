/**
 * Reads zips from strangers. Everything that could hurt is refused before it is unpacked: names that lead out
 * of the folder, links, doubles, more entries or bytes than a package can have, sizes that lie.
 */
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { err, ok, Refusal, type Result } from '../../shared/errors.ts';

export interface ZipLimits {
  readonly entries: number;
  readonly totalBytes: number;
  readonly entryBytes: number;
  /** Unpacked bytes for each packed one, of files above `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly pathLength: number;
}

export const PACKAGE_LIMITS: ZipLimits = {
  entries: 500,
  totalBytes: 512 * 1024 * 1024,
  entryBytes: 256 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 1024 * 1024,
  pathLength: 200,
};

const hostile = (why: string): Refusal => new Refusal('package.hostile', { why });
const UNIX = 3;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

/** ASCII, no control characters, and nothing a file system of any kind reads as something else. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

function checkEntry(entry: Entry, limits: ZipLimits, seen: Set<string>): void {
  const name = entry.fileName;
  if (name.length > limits.pathLength) throw hostile('path-length');
  if (!plainName.test(name) || name.split('/').some((part) => part.endsWith('.'))) throw hostile('path');
  const folded = name.normalize('NFC').toLowerCase();
  if (seen.has(folded)) throw hostile('duplicate');
  seen.add(folded);
  const mode = entry.versionMadeBy >>> 8 === UNIX ? entry.externalFileAttributes >>> 16 : 0;
  if ((mode & FILE_TYPE) !== 0 && (mode & FILE_TYPE) !== REGULAR) throw hostile('link');
  if (entry.isEncrypted()) throw new Refusal('package.malformed', { why: 'encrypted' });
  if (entry.uncompressedSize > limits.entryBytes) throw hostile('entry-size');
  if (
    entry.uncompressedSize > limits.ratioFrom &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio
  )
    throw hostile('ratio');
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The library checks this too; a size that lies must never reach memory.
    if (size > entry.uncompressedSize) throw hostile('size');
    chunks.push(chunk);
  }
  if (size !== entry.uncompressedSize) throw hostile('size');
  return Buffer.concat(chunks, size);
}

/** What the library says of zips that try something, and not merely of damaged ones. */
const hostileMessage =
  /invalid relative path|absolute path|backslash|invalid characters in fileName|too many bytes in the stream|not enough bytes in the stream/i;

/** Every file of a zip by its path, or why it is not taken. */
export async function readZip(
  path: string,
  limits: ZipLimits = PACKAGE_LIMITS,
): Promise<Result<Map<string, Uint8Array>>> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    if (zip.entryCount > limits.entries) throw hostile('entries');
    const entries: Entry[] = [];
    const seen = new Set<string>();
    let total = 0;
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      checkEntry(entry, limits, seen);
      total += entry.uncompressedSize;
      if (total > limits.totalBytes) throw hostile('total-size');
      entries.push(entry);
    }
    const files = new Map<string, Uint8Array>();
    for (const entry of entries) {
      const local = await zip.readLocalFileHeaderPromise(entry);
      // Other programs believe the local name: two names for one file are a trick or damage.
      if (local.fileName.toString('utf8') !== entry.fileName) throw hostile('two-names');
      files.set(entry.fileName, await readEntry(zip, entry));
    }
    return ok(files);
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return err('file.missing');
    if (code === 'EACCES' || code === 'EISDIR' || code === 'EPERM') return err('file.unreadable');
    return err(hostileMessage.test(String(message)) ? 'package.hostile' : 'package.malformed', {
      why: 'zip',
    });
  } finally {
    zip?.close();
  }
}

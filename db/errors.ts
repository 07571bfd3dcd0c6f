import { isRefusal, Refusal } from '../shared/errors.ts';

/** SQLite's own codes as the product's. Undefined for what is a bug and must be shown as one. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (isRefusal(thrown)) return thrown;
  const code = (thrown as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return undefined;
  if (code === 'SQLITE_NOTADB') return new Refusal('file.not-a-dossier');
  if (code.startsWith('SQLITE_CORRUPT')) return new Refusal('file.corrupt');
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('disk.full');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new Refusal('file.held');
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new Refusal('file.folder-read-only');
  // A path that cannot be: through a file, in a circle of links, or too long.
  if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(code)) return new Refusal('file.missing');
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_IOERR') ||
    code === 'EISDIR' ||
    code === 'EIO'
  )
    return new Refusal('file.unreadable', { sqlite: code });
  if (code === 'SQLITE_TOOBIG' || code === 'EFBIG') return new Refusal('file.too-large');
  return undefined;
}

/**
 * What is thrown while reading a file whose proof failed or is not there yet: among bytes that were changed
 * anything may happen, and none of it is a bug of ours.
 */
export const damageOf = (thrown: unknown): Refusal =>
  refusalOf(thrown) ??
  new Refusal('file.corrupt', { where: thrown instanceof Error ? thrown.name : 'unknown' });

import { createHash } from 'node:crypto';
import { type Db, pluck, sql, transact } from './statements.ts';

/**
 * Facts about this file, not about the dialogue: they are not changes and never travel by merge.
 * `dossier` the id all copies share · `device` this copy's id · `derivedFrom` version id of the package this
 * read-only dossier was made from · `damaged` set when verification failed · `notSame` pairs of deficits.
 */
export type MetaKey =
  | 'dossier'
  | 'device'
  | 'format'
  | 'projection'
  | 'derivedFrom'
  | 'derivedContent'
  | 'derivedDigest'
  | 'copiesMade'
  | 'notSame'
  | 'createdAt';

export const getMeta = (db: Db, key: MetaKey): string | undefined =>
  pluck<string>(db, 'SELECT value FROM meta WHERE key = ?').get(key);

export function setMeta(db: Db, key: MetaKey, value: string): void {
  transact(db, () => {
    write(db, key, value);
    write(db, SUM, sumOf(db));
  });
}

function write(db: Db, key: string, value: string): void {
  sql(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

/** No change vouches for these facts, so they carry a checksum of their own. */
const SUM = 'sum';

/**
 * `projection` stands apart: migrations take it away, and damage to it only means projecting anew. What a running
 * session keeps (`live.ts`) is rewritten all the time and checked by its own schema.
 */
function sumOf(db: Db): string {
  const hash = createHash('sha256');
  const rows = sql<{ key: string; value: string }>(
    db,
    "SELECT key, value FROM meta WHERE key NOT IN ('sum', 'projection') AND key NOT GLOB 'live:*' ORDER BY key",
  );
  for (const { key, value } of rows.all()) hash.update(`${key.length} ${key} ${value.length} ${value}\n`);
  return hash.digest('hex');
}

/** False where the facts are not those that were written. */
export function metaHolds(db: Db): boolean {
  const sum = pluck<string>(db, 'SELECT value FROM meta WHERE key = ?').get(SUM);
  return sum === undefined || sum === sumOf(db);
}

export function requireMeta(db: Db, key: MetaKey): string {
  const value = getMeta(db, key);
  if (value === undefined)
    throw Object.assign(new Error(`meta ${key} is missing`), { code: 'SQLITE_CORRUPT' });
  return value;
}

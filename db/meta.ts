import { type Db, pluck, sql } from './statements.ts';

/**
 * Facts about this file, not about the dialogue: they are not changes and never travel by merge.
 * `dossier` the id all copies share · `device` this copy's id · `derivedFrom` version id of the package this
 * read-only dossier was made from · `damaged` set when verification failed.
 */
export type MetaKey =
  | 'dossier'
  | 'device'
  | 'format'
  | 'projection'
  | 'derivedFrom'
  | 'derivedContent'
  | 'copiesMade'
  | 'createdAt';

export const getMeta = (db: Db, key: MetaKey): string | undefined =>
  pluck<string>(db, 'SELECT value FROM meta WHERE key = ?').get(key);

export function setMeta(db: Db, key: MetaKey, value: string): void {
  sql(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

export function requireMeta(db: Db, key: MetaKey): string {
  const value = getMeta(db, key);
  if (value === undefined)
    throw Object.assign(new Error(`meta ${key} is missing`), { code: 'SQLITE_CORRUPT' });
  return value;
}

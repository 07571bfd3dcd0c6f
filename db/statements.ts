import type { Database, Statement } from 'better-sqlite3';

export type Db = Database;

const caches = new WeakMap<Db, Map<string, Statement<unknown[], unknown>>>();

/** One prepared statement for each SQL text and connection. Every value is bound; SQL texts are constants. */
export function sql<R = unknown>(db: Db, text: string): Statement<unknown[], R> {
  let cache = caches.get(db);
  if (!cache) {
    cache = new Map();
    caches.set(db, cache);
  }
  let statement = cache.get(text);
  if (!statement) {
    statement = db.prepare<unknown[], unknown>(text);
    cache.set(text, statement);
  }
  return statement as Statement<unknown[], R>;
}

const plucked = new WeakMap<Db, Map<string, Statement<unknown[], unknown>>>();

/** Like `sql`, for a single column. */
export function pluck<R = unknown>(db: Db, text: string): Statement<unknown[], R> {
  let cache = plucked.get(db);
  if (!cache) {
    cache = new Map();
    plucked.set(db, cache);
  }
  let statement = cache.get(text);
  if (!statement) {
    statement = db.prepare<unknown[], unknown>(text).pluck(true);
    cache.set(text, statement);
  }
  return statement as Statement<unknown[], R>;
}

/** Runs `body` in one immediate transaction, synchronously; a throw rolls all of it back. */
export function transact<T>(db: Db, body: () => T): T {
  if (db.inTransaction) return body();
  sql(db, 'BEGIN IMMEDIATE').run();
  try {
    const result = body();
    sql(db, 'COMMIT').run();
    return result;
  } catch (thrown) {
    // A full disk may have rolled it back already.
    if (db.inTransaction) sql(db, 'ROLLBACK').run();
    throw thrown;
  }
}

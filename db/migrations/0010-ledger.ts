import type { Db } from '../statements.ts';

/**
 * The ledger: terms and records are interned, since a field name or a UUID would otherwise be written a
 * hundred thousand times. `change.n` is the order of arrival here, unhashed (L13).
 */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE term (n INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    CREATE TABLE record (
      n INTEGER PRIMARY KEY, section INTEGER NOT NULL, id BLOB NOT NULL, type INTEGER NOT NULL,
      UNIQUE (id, section, type)
    );
    CREATE TABLE change (
      n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, section INTEGER NOT NULL, seq INTEGER NOT NULL,
      grp BLOB NOT NULL, record INTEGER NOT NULL, author INTEGER NOT NULL, device INTEGER NOT NULL,
      clock INTEGER NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL
    );
    CREATE INDEX change_by_sequence ON change (section, device, seq, clock);
    CREATE INDEX change_by_record ON change (record);
    -- A short value lies with its head as well: to read a code, a long body need not be unpacked.
    CREATE TABLE head (
      record INTEGER NOT NULL, field INTEGER NOT NULL, change INTEGER NOT NULL, value TEXT,
      PRIMARY KEY (record, field, change)
    ) WITHOUT ROWID;
    CREATE TABLE conflict (record INTEGER NOT NULL, field INTEGER NOT NULL, PRIMARY KEY (record, field)) WITHOUT ROWID;
    CREATE TABLE missing (
      id BLOB NOT NULL, record INTEGER NOT NULL, field INTEGER NOT NULL, section INTEGER NOT NULL,
      PRIMARY KEY (id, record, field)
    ) WITHOUT ROWID;
    CREATE TABLE detached (
      change INTEGER NOT NULL, field INTEGER NOT NULL, value TEXT NOT NULL, salt BLOB NOT NULL,
      PRIMARY KEY (change, field)
    ) WITHOUT ROWID;
    CREATE TABLE erased (target BLOB NOT NULL, field INTEGER NOT NULL, PRIMARY KEY (target, field)) WITHOUT ROWID;
    CREATE TABLE blob (sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL);
  `);
}

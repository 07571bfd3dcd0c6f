/**
 * Opening and making dossier files. What is asserted here is what durability rests on: WAL with
 * `synchronous=FULL` on every connection (L2), one writer, no file of a newer format touched (L12).
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { LEDGER_FORMAT } from '../shared/domain/change.ts';
import { Refusal } from '../shared/errors.ts';
import { damageOf, refusalOf } from './errors.ts';
import { rebuildProjections } from './ledger/rebuild.ts';
import { type Lock, lockDossier } from './lock.ts';
import { getMeta, metaHolds, setMeta } from './meta.ts';
import { MIGRATIONS, migrate, SCHEMA_VERSION, schemaHolds } from './migrations/index.ts';
import { PROJECTION_VERSION } from './projections/index.ts';
import { type Db, pluck } from './statements.ts';

/** "HIWR": tells our files from any other SQLite database. */
export const APPLICATION_ID = 0x48495752;

export interface OpenDossier {
  readonly db: Db;
  readonly file: string;
  /**
   * Folds a write-ahead log that has grown long into the file. For the moment after an answer: folded within a
   * commit, as SQLite does of itself, it would be the person's wait. Changes nothing of what is durable.
   */
  fold(): void;
  close(): void;
}

/** Pages of 4 kB after which a commit folds the log all the same: one call may write much. */
const LONGEST_LOG = 16_000;
/** Rows written since the log was last folded that make it long: a thousand pages or so. */
const LONG_LOG = 1500;

function pragmas(db: Db, writing: boolean): void {
  if (writing) {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    if (process.platform === 'darwin') {
      db.pragma('fullfsync = 1');
      db.pragma('checkpoint_fullfsync = 1');
    }
    // What is deleted is overwritten: an erased name must not lie in a free page (L10).
    db.pragma('secure_delete = ON');
    db.pragma(`wal_autocheckpoint = ${LONGEST_LOG}`);
  }
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -8000');
  if (!writing) return;
  const asserted = { journal_mode: 'wal', synchronous: 2, secure_delete: 1 } as const;
  for (const [name, expected] of Object.entries(asserted)) {
    const actual = db.pragma(name, { simple: true });
    // Some network folders cannot hold a write-ahead log: what cannot be durable is not opened (L2).
    if (actual !== expected) throw new Refusal('file.unreadable', { pragma: name, actual: String(actual) });
  }
}

/** Reads the header without SQLite, so that a foreign, newer or cut file is refused before anything touches it. */
export function inspectHeader(file: string): { schema: number } {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (thrown) {
    throw refusalOf(thrown) ?? thrown;
  }
  try {
    const header = Buffer.alloc(100);
    const size = fstatSync(handle).size;
    const read = readSync(handle, header, 0, 100, 0);
    if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
      throw new Refusal('file.not-a-dossier');
    if (header.readUInt32BE(68) !== APPLICATION_ID) throw new Refusal('file.not-a-dossier');
    const schema = header.readUInt32BE(60);
    if (schema > SCHEMA_VERSION) throw new Refusal('file.newer-format', { format: schema });
    if (!MIGRATIONS.some(({ version }) => version === schema))
      throw new Refusal('file.corrupt', { where: 'header' });
    const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    // With a write-ahead log beside it the file may rightly be behind its header.
    if (!existsSync(`${file}-wal`) && header.readUInt32BE(28) * pageSize > size)
      throw new Refusal('file.corrupt', { where: 'size' });
    return { schema };
  } catch (thrown) {
    throw refusalOf(thrown) ?? thrown;
  } finally {
    closeSync(handle);
  }
}

/** A new, empty dossier file. Refuses with `file.exists`, `file.folder-read-only`, `disk.full`. */
export function createDossierFile(file: string, ids: { dossier: string; device: string }): OpenDossier {
  if (existsSync(file)) throw new Refusal('file.exists');
  const lock = lockDossier(file);
  let db: Db | undefined;
  const unfinished = `${file}-new`;
  try {
    writeFileSync(unfinished, emptyDossier(ids), { flush: true });
    renameSync(unfinished, file);
    db = new Database(file, { fileMustExist: true });
    pragmas(db, true);
    return opened(db, file, lock);
  } catch (thrown) {
    db?.close();
    for (const path of [unfinished, file, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true });
    lock.release();
    throw refusalOf(thrown) ?? thrown;
  }
}

/** The bytes of a dossier with nothing in it: put in place whole, so that whenever the power fails no half file is left. */
function emptyDossier({ dossier, device }: { dossier: string; device: string }): Buffer {
  const db = new Database(':memory:');
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db);
    setMeta(db, 'dossier', dossier);
    setMeta(db, 'device', device);
    setMeta(db, 'format', String(LEDGER_FORMAT));
    setMeta(db, 'projection', String(PROJECTION_VERSION));
    return db.serialize();
  } finally {
    db.close();
  }
}

/**
 * Opens a dossier for writing and holds it. `beforeMigration` is called with the path when the file is of an
 * older format, before anything is changed: the place to make a verified copy.
 */
export function openDossierFile(
  file: string,
  beforeMigration: (file: string) => void = () => {},
): OpenDossier {
  const { schema } = inspectHeader(file);
  const lock = lockDossier(file);
  let db: Db | undefined;
  try {
    if (schema < SCHEMA_VERSION) beforeMigration(file);
    db = new Database(file, { fileMustExist: true, timeout: 2000 });
    pragmas(db, true);
    refuseOtherSchema(db);
    refuseNewerLedger(db);
    migrate(db);
    if (getMeta(db, 'dossier') === undefined || getMeta(db, 'device') === undefined || !metaHolds(db))
      throw new Refusal('file.corrupt', { where: 'meta' });
    if (getMeta(db, 'projection') !== String(PROJECTION_VERSION)) rebuildProjections(db);
    return opened(db, file, lock);
  } catch (thrown) {
    db?.close();
    lock.release();
    throw openingRefusal(thrown) ?? thrown;
  }
}

function refuseOtherSchema(db: Db): void {
  if (!schemaHolds(db)) throw new Refusal('file.corrupt', { where: 'schema' });
}

function refuseNewerLedger(db: Db): void {
  const format = Number(getMeta(db, 'format') ?? LEDGER_FORMAT);
  if (!(format <= LEDGER_FORMAT)) throw new Refusal('file.newer-format', { format });
}

/** Tables of another shape end in SQLite's plain errors: in a file that is not what it says, they mean damage. */
function openingRefusal(thrown: unknown): Refusal | undefined {
  const code = (thrown as { code?: unknown } | null)?.code;
  const ofSqlite = typeof code === 'string' && code.startsWith('SQLITE_');
  return refusalOf(thrown) ?? (ofSqlite ? damageOf(thrown) : undefined);
}

/** A read-only connection to a file another connection may be writing: for jobs and for foreign copies. */
export function openForReading(file: string): Db {
  inspectHeader(file);
  let db: Db | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 2000 });
    pragmas(db, false);
    refuseOtherSchema(db);
    refuseNewerLedger(db);
    if (!metaHolds(db)) throw new Refusal('file.corrupt', { where: 'meta' });
    return tidyingUp(db, file);
  } catch (thrown) {
    db?.close();
    throw openingRefusal(thrown) ?? thrown;
  }
}

/**
 * A connection that may not write cannot take away the empty log it needs for reading. Where nobody holds the
 * dossier it is taken away when the connection closes: reading a file leaves nothing beside it.
 */
function tidyingUp(db: Db, file: string): Db {
  const close = db.close.bind(db);
  return Object.defineProperty(db, 'close', {
    value: () => {
      close();
      const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
      if (log?.size !== 0) return db;
      try {
        const lock = lockDossier(file);
        for (const extra of ['-wal', '-shm']) rmSync(`${file}${extra}`, { force: true });
        lock.release();
      } catch {
        // Held by someone, or on a medium that cannot be written to: then it stays.
      }
      return db;
    },
  });
}

function opened(db: Db, file: string, lock: Lock): OpenDossier {
  const written = pluck<number>(db, 'SELECT total_changes()');
  let folded = 0;
  return {
    db,
    file,
    fold() {
      if (!db.open || db.inTransaction) return;
      const rows = written.get() as number;
      if (rows - folded < LONG_LOG) return;
      folded = rows;
      try {
        // Passive: what a reader still needs is left for the next time.
        db.pragma('wal_checkpoint(PASSIVE)');
      } catch (thrown) {
        // No room: everything lies in the log, and is folded in another time.
        if (!refusalOf(thrown)) throw thrown;
      }
    },
    close() {
      if (!db.open) return;
      try {
        db.pragma('wal_checkpoint(TRUNCATE)');
      } catch (thrown) {
        // No room to fold the log in: nothing is lost, it lies beside the file and is folded in another time.
        throw refusalOf(thrown) ?? thrown;
      } finally {
        db.close();
        lock.release();
      }
    },
  };
}

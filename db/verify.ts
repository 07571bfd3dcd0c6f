/**
 * The proof behind the rows: SQLite's own check, every hash anew, every detached value against its digest, and
 * a rebuild of all projections compared with those stored. Runs on a connection of its own, beside the writer.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type AppError, Refusal } from '../shared/errors.ts';
import { damageOf } from './errors.ts';
import { applyChange, keepDetached } from './ledger/apply.ts';
import { checkChange, checkDetached } from './ledger/check-change.ts';
import { sha256 } from './ledger/hash.ts';
import { fingerprints } from './ledger/rebuild.ts';
import { allChanges, changeOf, changeRow, findRecord, hexOf, termText } from './ledger/store.ts';
import { getMeta, setMeta } from './meta.ts';
import { migrate } from './migrations/index.ts';
import { openForReading } from './open.ts';
import { Pending } from './projections/pending.ts';
import { type Db, pluck } from './statements.ts';

/** The proof runs beside the work of a person: it takes time rather than memory. */
const CACHE = 'cache_size = -2000';

export interface Verified {
  readonly changes: number;
  readonly problems: readonly AppError[];
}

/** Throws nothing for damage: damage is the answer. `cancelled` is asked now and then. */
export function verifyDossier(file: string, cancelled: () => boolean = () => false): Verified {
  let changes = 0;
  try {
    const db = openForReading(file);
    try {
      db.pragma(CACHE);
      // One snapshot for all of it, whatever the writer does meanwhile.
      db.exec('BEGIN');
      if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok')
        throw new Refusal('file.corrupt', { where: 'integrity' });
      changes = rebuildAndCompare(db, cancelled);
      checkBlobs(db);
      checkDerived(db);
      askSearch(db);
    } finally {
      db.close();
    }
    return { changes, problems: [] };
  } catch (thrown) {
    return { changes, problems: [damageOf(thrown).error] };
  }
}

function rebuildAndCompare(db: Db, cancelled: () => boolean): number {
  const folder = mkdtempSync(join(tmpdir(), 'hiwar-verify-'));
  const fresh = new Database(join(folder, 'rebuild.db'));
  try {
    fresh.pragma('journal_mode = OFF');
    fresh.pragma('synchronous = OFF');
    fresh.pragma(CACHE);
    migrate(fresh);
    const dossier = getMeta(db, 'dossier');
    if (dossier === undefined) throw new Refusal('file.corrupt', { where: 'meta' });
    setMeta(fresh, 'dossier', dossier);
    let count = 0;
    const pending = new Pending(fresh, 200);
    fresh.exec('BEGIN');
    for (const { change } of allChanges(db)) {
      count += 1;
      if (count % 500 === 0 && cancelled()) throw new Refusal('job.cancelled');
      applyChange(fresh, checkChange(change, count), undefined, pending);
    }
    pending.flush();
    for (const value of detachedRows(db)) keepDetached(fresh, value);
    fresh.exec('COMMIT');
    const stored = fingerprints(db);
    const rebuilt = fingerprints(fresh);
    // A file of nothing but content from a package has no changes; every other one has its dialogue.
    if (count > 0 && !findRecord(db, 'dossier', dossier))
      throw new Refusal('file.corrupt', { where: 'meta' });
    for (const [table, digest] of Object.entries(stored))
      if (rebuilt[table] !== digest) throw new Refusal('file.corrupt', { where: table });
    return count;
  } finally {
    fresh.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function* detachedRows(db: Db) {
  const rows = db.prepare<[], { n: number; field: number; value: string; salt: Buffer }>(
    'SELECT change AS n, field, value, salt FROM detached',
  );
  for (const row of rows.all()) {
    const change = changeOf(db, changeRow(db, row.n));
    let value: unknown;
    try {
      value = JSON.parse(row.value);
    } catch {
      throw new Refusal('file.corrupt', { where: 'detached' });
    }
    yield checkDetached(
      { change: change.id, field: termText(db, row.field), value, salt: hexOf(row.salt) },
      () => change,
    );
  }
}

/** One ranked question: the tables within the index are SQLite's own, and only asking shows that they answer. */
function askSearch(db: Db): void {
  const term = pluck<string>(db, 'SELECT term FROM temp.search_words LIMIT 1').get();
  if (term !== undefined)
    pluck(db, 'SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search)').all(`"${term}"`);
}

function checkBlobs(db: Db): void {
  const rows = db.prepare<[], { sha256: Buffer; bytes: Buffer }>('SELECT sha256, bytes FROM blob').iterate();
  for (const row of rows)
    if (sha256(row.bytes) !== hexOf(row.sha256)) throw new Refusal('file.corrupt', { where: 'attachment' });
}

/** The content a derived dossier exports lies beside the ledger: its own digest guards it. */
function checkDerived(db: Db): void {
  const content = getMeta(db, 'derivedContent');
  if (content !== undefined && sha256(content) !== getMeta(db, 'derivedDigest'))
    throw new Refusal('file.corrupt', { where: 'content' });
}

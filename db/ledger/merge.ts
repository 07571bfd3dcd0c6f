/** Merge is set union (L4): what is new enters in one transaction, or nothing does (L11). */
import type { Change, DetachedValue } from '../../shared/domain/change.ts';
import { Refusal } from '../../shared/errors.ts';
import { getMeta } from '../meta.ts';
import { Pending } from '../projections/pending.ts';
import { tidySearchIndex } from '../projections/search.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { forgetClock } from './append.ts';
import { applyChange, keepDetached } from './apply.ts';
import { checkChange, checkDetached, type Digested } from './check-change.ts';
import { sha256 } from './hash.ts';
import {
  allChanges,
  bytesOf,
  changeNumber,
  changeOf,
  changeRow,
  findTerm,
  hexOf,
  termText,
  uuidOf,
} from './store.ts';
import { inLedger } from './transaction.ts';

export interface Handover {
  readonly changes: Iterable<unknown>;
  readonly detached?: Iterable<unknown>;
  /** Attachment bytes by their SHA-256. */
  readonly blobs?: Iterable<{ readonly sha256: string; readonly bytes: Uint8Array }>;
}

/** Which part of a dossier travels: section main and all its records, unless told otherwise. */
export interface Scope {
  readonly section?: string;
  /** Ids of the records whose whole histories are sent (L5). */
  readonly records?: ReadonlySet<string>;
}

export interface Merged {
  readonly added: number;
  readonly known: number;
  /** Records whose projections moved, by type. */
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads everything first; the transaction that follows holds only what was found good. Changes of another
 * section than the one that is merged are refused: what a caucus keeps to itself must not slip in or out.
 */
export function mergeHandover(db: Db, handover: Handover, section = 'main'): Merged {
  if (getMeta(db, 'derivedFrom') !== undefined) throw new Refusal('merge.derived');
  const fresh: Change[] = [];
  const seen = new Set<string>();
  let known = 0;
  let at = 0;
  for (const input of handover.changes) {
    at += 1;
    if (isKnown(db, input, seen)) {
      known += 1;
      continue;
    }
    const change = checkChange(input, at);
    if (change.section !== section) throw new Refusal('change.malformed', { at, field: 'section' });
    seen.add(change.id);
    fresh.push(change);
  }
  let incoming: ReadonlyMap<string, Change> | undefined;
  const changeById = (id: string): Digested | undefined => {
    incoming ??= new Map(fresh.map((change) => [change.id as string, change]));
    const n = changeNumber(db, id);
    return incoming.get(id) ?? (n === undefined ? undefined : changeOf(db, changeRow(db, n)));
  };
  const detached: DetachedValue[] = [];
  for (const input of handover.detached ?? []) detached.push(checkDetached(input, changeById));

  const touched = new Map<string, Set<string>>();
  inLedger(db, () => {
    const pending = new Pending(db);
    tidySearchIndex(db, false);
    for (const change of fresh) {
      applyChange(db, change, undefined, pending);
      let ids = touched.get(change.recordType);
      if (!ids) {
        ids = new Set();
        touched.set(change.recordType, ids);
      }
      ids.add(change.recordId);
    }
    pending.flush();
    tidySearchIndex(db, true);
    for (const value of detached) keepDetached(db, value);
    for (const { sha256: expected, bytes } of handover.blobs ?? []) {
      if (sha256(bytes) !== expected) throw new Refusal('detached.mismatch', { field: 'attachment' });
      sql(db, 'INSERT OR IGNORE INTO blob (sha256, bytes) VALUES (?, ?)').run(bytesOf(expected), bytes);
    }
  });
  forgetClock(db);
  return { added: fresh.length, known, touched };
}

/** What is here is not read again. Of a device that nothing here came from nothing can be here. */
function isKnown(db: Db, input: unknown, seen: ReadonlySet<string>): boolean {
  const { id, device } = (input ?? {}) as { readonly id?: unknown; readonly device?: unknown };
  if (typeof id !== 'string' || !/^[0-9a-f]{64}$/.test(id)) return false;
  if (seen.has(id)) return true;
  return (
    typeof device === 'string' && findTerm(db, device) !== undefined && changeNumber(db, id) !== undefined
  );
}

/** What another copy may take. A caucus's section is handed to its own copies only; attachments go with main. */
export function handoverOf(db: Db, { section = 'main', records }: Scope = {}): Handover {
  return {
    changes: changesOf(db, section, records),
    detached: detachedOf(db, section, records),
    ...(section === 'main' ? { blobs: blobsOf(db, records) } : {}),
  };
}

function* changesOf(db: Db, section: string, records?: ReadonlySet<string>): Generator<Change> {
  for (const { change } of allChanges(db))
    if (change.section === section && (!records || records.has(change.recordId))) yield change;
}

function* detachedOf(db: Db, section: string, records?: ReadonlySet<string>): Generator<DetachedValue> {
  const term = findTerm(db, section);
  if (term === undefined) return;
  const rows = sql<{ id: Buffer; record: Buffer; field: number; value: string; salt: Buffer }>(
    db,
    `SELECT change.id, record.id AS record, detached.field, value, salt FROM detached
     JOIN change ON change.n = detached.change JOIN record ON record.n = change.record
     WHERE change.section = ?`,
  );
  for (const row of rows.all(term))
    if (!records || records.has(uuidOf(row.record)))
      yield {
        change: hexOf(row.id),
        field: termText(db, row.field),
        value: JSON.parse(row.value),
        salt: hexOf(row.salt),
      } as DetachedValue;
}

/** Attachments, those of the records that are sent where not all are. */
function* blobsOf(db: Db, records?: ReadonlySet<string>): Generator<{ sha256: string; bytes: Uint8Array }> {
  const sent = new Set<unknown>();
  if (records)
    for (const { change } of allChanges(db))
      if (change.recordType === 'attachment' && records.has(change.recordId)) sent.add(change.set.sha256);
  for (const key of pluck<Buffer>(db, 'SELECT sha256 FROM blob').all()) {
    const bytes = pluck<Buffer>(db, 'SELECT bytes FROM blob WHERE sha256 = ?').get(key);
    if (bytes && (!records || sent.has(hexOf(key)))) yield { sha256: hexOf(key), bytes };
  }
}

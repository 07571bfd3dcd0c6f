/**
 * Takes one change into the ledger and its projections. Local appends and merges both end here, so that a
 * change means the same wherever it came from, and in whatever order (L3, L4, L5).
 *
 * Must run inside a transaction. Idempotent: a change that is known is left alone.
 */
import type { Change, DetachedValue } from '../../shared/domain/change.ts';
import type { Json } from '../../shared/domain/json.ts';
import { Refusal } from '../../shared/errors.ts';
import { project } from '../projections/index.ts';
import type { Pending } from '../projections/pending.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { Bodies, distinct, headCount, headsOf, shortValue } from './heads.ts';
import {
  bytesOf,
  type ChangeRow,
  changeNumber,
  packBody,
  type StoredBody,
  termNumber,
  unpackBody,
  uuidBytes,
} from './store.ts';

export interface Applied {
  /** The arrival number; undefined where the change was known already. */
  readonly n: number | undefined;
  readonly record: number;
}

/** What an append has just read and need not be looked up again. A merge knows none of it. */
export interface Known {
  /** The record as it was before this change. */
  readonly record: number;
  /** Arrival numbers of the heads it supersedes, by id. */
  readonly heads: ReadonlyMap<string, number>;
}

/** Projections follow at once, when `pending` is flushed, or (false) not at all. */
export function applyChange(
  db: Db,
  change: Change,
  known?: Known,
  projecting: boolean | Pending = true,
): Applied {
  const id = bytesOf(change.id);
  const section = termNumber(db, change.section);
  const { record, fresh } = known
    ? { record: known.record, fresh: false }
    : recordNumber(db, change, section);
  const body: StoredBody = {
    set: change.set as StoredBody['set'],
    supersedes: change.supersedes,
    ...(change.seen ? { seen: change.seen } : {}),
    ...(change.reason !== undefined ? { reason: change.reason } : {}),
  };
  const row: Omit<ChangeRow, 'n'> = {
    id,
    section,
    seq: change.seq,
    grp: uuidBytes(change.group),
    record,
    author: termNumber(db, change.author),
    device: termNumber(db, change.device),
    clock: change.clock,
    at: Date.parse(change.at),
    body: packBody(body),
  };
  const inserted = sql(
    db,
    `INSERT INTO change (id, section, seq, grp, record, author, device, clock, at, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  ).run(id, section, row.seq, row.grp, record, row.author, row.device, row.clock, row.at, row.body);
  if (inserted.changes === 0) return { n: undefined, record };
  const n = Number(inserted.lastInsertRowid);

  const moved = moveHeads(db, change, n, { record, section, fresh, heads: known?.heads });
  if (change.recordType === 'erasure') takeErasure(db, record);
  if (projecting && change.section === 'main') {
    const pending = projecting === true ? undefined : projecting;
    const bodies = pending?.bodiesOf(record) ?? new Bodies(db);
    bodies.put(n, { id: change.id, clock: change.clock, body });
    const touch = {
      record,
      recordType: change.recordType,
      bodies,
      ...moved,
      first: { clock: change.clock, at: row.at },
      edited: row.at,
      fresh,
      newest: known !== undefined,
    };
    if (pending) pending.add(touch);
    else project(db, touch);
  }
  return { n, record };
}

function recordNumber(db: Db, change: Change, section: number): { record: number; fresh: boolean } {
  const id = uuidBytes(change.recordId);
  const type = termNumber(db, change.recordType);
  const known = pluck<number>(db, 'SELECT n FROM record WHERE id = ? AND section = ? AND type = ?').get(
    id,
    section,
    type,
  );
  if (known !== undefined) return { record: known, fresh: false };
  const made = sql(db, 'INSERT INTO record (section, id, type) VALUES (?, ?, ?)').run(section, id, type);
  return { record: Number(made.lastInsertRowid), fresh: true };
}

/** Returns the flat fields whose heads moved, and whether a conflict came or went. */
function moveHeads(
  db: Db,
  change: Change,
  n: number,
  {
    record,
    section,
    fresh,
    heads,
  }: { record: number; section: number; fresh: boolean; heads: ReadonlyMap<string, number> | undefined },
): { fields: string[]; conflictsMoved: boolean } {
  const id = bytesOf(change.id);
  const touched = new Set<string>(Object.keys(change.set));
  // Others that arrived earlier may have superseded this one already: those fields never become heads.
  const awaited = isAnyAwaited(db)
    ? sql<{ record: number; field: number }>(
        db,
        'DELETE FROM missing WHERE id = ? RETURNING record, field',
      ).all(id)
    : [];
  const superseded = new Set(awaited.filter((gap) => gap.record === record).map((gap) => gap.field));

  const moved = new Set<string>();
  for (const [field, ids] of Object.entries(change.supersedes)) {
    const fieldTerm = termNumber(db, field);
    touched.add(field);
    for (const other of ids) {
      const otherNumber = heads?.get(other) ?? changeNumber(db, other);
      if (otherNumber === undefined)
        sql(db, 'INSERT OR IGNORE INTO missing (id, record, field, section) VALUES (?, ?, ?, ?)').run(
          bytesOf(other),
          record,
          fieldTerm,
          section,
        );
      else if (moved.has(field) || superseded.has(fieldTerm))
        sql(db, 'DELETE FROM head WHERE record = ? AND field = ? AND change = ?').run(
          record,
          fieldTerm,
          otherNumber,
        );
      // Most changes take the place of one head: one row moves.
      else if (
        sql(db, 'UPDATE head SET change = ?, value = ? WHERE record = ? AND field = ? AND change = ?').run(
          n,
          shortValue((change.set[field] ?? null) as Json, change.seen),
          record,
          fieldTerm,
          otherNumber,
        ).changes > 0
      )
        moved.add(field);
    }
  }
  for (const [field, value] of Object.entries(change.set)) {
    const fieldTerm = termNumber(db, field);
    if (!superseded.has(fieldTerm) && !moved.has(field))
      sql(db, 'INSERT INTO head (record, field, change, value) VALUES (?, ?, ?, ?)').run(
        record,
        fieldTerm,
        n,
        shortValue(value, change.seen),
      );
  }
  // The first change of a record has no other to differ from.
  if (fresh) return { fields: [...touched], conflictsMoved: false };
  let conflictsMoved = false;
  for (const field of touched) if (markConflict(db, change.recordType, record, field)) conflictsMoved = true;
  return { fields: [...touched], conflictsMoved };
}

const isAnyAwaited = (db: Db): boolean => pluck(db, 'SELECT EXISTS (SELECT 1 FROM missing)').get() === 1;

/** Whether the field came into conflict or out of it. */
function markConflict(db: Db, recordType: string, record: number, field: string): boolean {
  const fieldTerm = termNumber(db, field);
  const inConflict =
    headCount(db, record, fieldTerm) > 1 && distinct(recordType, field, headsOf(db, record, fieldTerm)) > 1;
  const moved = inConflict
    ? sql(db, 'INSERT OR IGNORE INTO conflict (record, field) VALUES (?, ?)').run(record, fieldTerm)
    : sql(db, 'DELETE FROM conflict WHERE record = ? AND field = ?').run(record, fieldTerm);
  return moved.changes > 0;
}

/**
 * An erasure beats every value of its fields, those here and those that have yet to arrive (L10). Every change
 * of the erasure counts, not its heads alone: what was once erased must not come back by a later edit.
 */
function takeErasure(db: Db, record: number): void {
  const targets = new Set<string>();
  const fields = new Set<string>();
  for (const row of pluck<Buffer | string>(db, 'SELECT body FROM change WHERE record = ?').all(record)) {
    for (const [field, value] of Object.entries(unpackBody(row).set)) {
      if (field === 'target' && typeof value === 'string') targets.add(value);
      else if (field.startsWith('fields:') && value === true) fields.add(field.slice('fields:'.length));
    }
  }
  for (const target of targets)
    for (const field of fields) {
      const fieldTerm = termNumber(db, field);
      const id = uuidBytes(target);
      sql(db, 'INSERT OR IGNORE INTO erased (target, field) VALUES (?, ?)').run(id, fieldTerm);
      sql(
        db,
        `DELETE FROM detached WHERE field = ? AND change IN
           (SELECT change.n FROM change JOIN record ON record.n = change.record WHERE record.id = ?)`,
      ).run(fieldTerm, id);
    }
}

/** Keeps the value behind a digest, unless it was erased. The caller has checked that the digest holds. */
export function keepDetached(db: Db, detached: DetachedValue): boolean {
  const n = changeNumber(db, detached.change);
  if (n === undefined) return false;
  const field = termNumber(db, detached.field);
  const erased = pluck(
    db,
    `SELECT 1 FROM erased JOIN record ON record.id = erased.target JOIN change ON change.record = record.n
     WHERE change.n = ? AND erased.field = ?`,
  ).get(n, field);
  if (erased) return false;
  return (
    sql(db, 'INSERT OR IGNORE INTO detached (change, field, value, salt) VALUES (?, ?, ?, ?)').run(
      n,
      field,
      JSON.stringify(detached.value),
      bytesOf(detached.salt),
    ).changes === 1
  );
}

export function detachedValue(
  db: Db,
  change: number,
  field: string,
): { value: unknown; salt: Buffer } | undefined {
  const row = sql<{ value: string; salt: Buffer }>(
    db,
    'SELECT value, salt FROM detached JOIN term ON term.n = detached.field WHERE change = ? AND term.text = ?',
  ).get(change, field);
  return row && { value: parsed(row.value), salt: row.salt };
}

/** No hash vouches for a detached value while it is being read: what is no JSON is damage. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('file.corrupt', { where: 'detached' });
  }
}

/** Undo as an append (L8): the inverse of one group, or a refusal. The ledger itself never goes back. */
import { randomUUID } from 'node:crypto';
import type { Change } from '../../shared/domain/change.ts';
import { parsePath } from '../../shared/domain/fields.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { canonical, type Json } from '../../shared/domain/json.ts';
import { definitionOf, isRecordType, type RecordType } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { type Acting, append, type Draft, isInConflict } from './append.ts';
import { detachedValue } from './apply.ts';
import { headRows } from './heads.ts';
import {
  CHANGE_COLUMNS,
  type ChangeRow,
  changeNumber,
  changeOf,
  changeRow,
  findTerm,
  unpackBody,
  uuidBytes,
} from './store.ts';

/**
 * Appends the inverse of `group` as one new group and returns its changes.
 * Refuses with `undo.nothing` (no such group), `undo.not-yours`, `undo.superseded` (a field of it was set since,
 * or others have worked on a record it made), `field.erased` (the value before lies here no longer) or
 * `field.in-conflict`.
 */
export function undoGroup(db: Db, acting: Acting, group: string): Change[] {
  const slices = undoSlices(db, acting, group);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/** The same, record by record, for a group of thousands: whoever asks may let others in between. */
export function* undoSlices(db: Db, acting: Acting, group: string): Generator<void, Change[]> {
  const rows = sql<ChangeRow>(db, `SELECT ${CHANGE_COLUMNS} FROM change WHERE grp = ? ORDER BY n DESC`).all(
    uuidBytes(group),
  );
  if (rows.length === 0) throw new Refusal('undo.nothing');
  const changes: { row: ChangeRow; change: Change }[] = [];
  for (const row of rows) {
    changes.push({ row, change: changeOf(db, row) });
    yield;
  }
  if (changes.some(({ change }) => change.author !== acting.author || change.device !== acting.device))
    throw new Refusal('undo.not-yours');
  const made = new Set(rows.filter((row) => isFirst(db, row)).map((row) => row.record));
  const drafts: Draft[] = [];
  for (const { row, change } of changes) {
    drafts.push(...inverseOf(db, acting, row, change, made));
    yield;
  }
  const inverse = randomUUID();
  const written: Change[] = [];
  for (const draft of drafts) {
    written.push(...append(db, acting, [draft], inverse));
    yield;
  }
  return written;
}

const isFirst = (db: Db, row: ChangeRow): boolean =>
  pluck<number>(db, 'SELECT min(n) FROM change WHERE record = ?').get(row.record) === row.n;

/** Withdrawing a record that others have added to would undo their work as well. */
function refuseOthersWork(db: Db, acting: Acting, record: number): void {
  const others = pluck<number>(
    db,
    'SELECT count(*) FROM change WHERE record = ? AND (author IS NOT ? OR device IS NOT ?)',
  ).get(record, findTerm(db, acting.author) ?? null, findTerm(db, acting.device) ?? null);
  if (others !== 0) throw new Refusal('undo.superseded');
}

/**
 * Whether the value that `row` set stands again, with nobody but oneself having set the field since: what an
 * undo of one's later steps leaves behind. So steps are undone, and done again, one after another.
 */
function cameBack(
  db: Db,
  acting: Acting,
  head: number,
  row: ChangeRow,
  change: Change,
  field: string,
): boolean {
  const valueSet = (n: number, of: Change): string =>
    canonical((detachedValue(db, n, field)?.value ?? of.set[field] ?? null) as Json);
  const wanted = valueSet(row.n, change);
  let n: number | undefined = head;
  while (n !== undefined && n !== row.n) {
    const later = changeOf(db, changeRow(db, n));
    if (later.author !== acting.author || later.device !== acting.device) return false;
    if (n === head && valueSet(n, later) !== wanted) return false;
    const before: readonly string[] = later.supersedes[field] ?? [];
    n = before.length === 1 ? changeNumber(db, before[0] as string) : undefined;
  }
  return n === row.n;
}

function inverseOf(
  db: Db,
  acting: Acting,
  row: ChangeRow,
  change: Change,
  made: ReadonlySet<number>,
): Draft[] {
  if (!isRecordType(change.recordType)) throw new Refusal('undo.nothing');
  if (change.recordType === 'erasure') throw new Refusal('undo.superseded');
  for (const field of Object.keys(change.set)) {
    const heads = headRows(db, row.record, findTerm(db, field) as number).map(({ change: n }) => n);
    if (isInConflict(db, row.record, field)) throw new Refusal('field.in-conflict', { field });
    const [head] = heads;
    if (
      head === undefined ||
      heads.length !== 1 ||
      (head !== row.n && !cameBack(db, acting, head, row, change, field))
    )
      throw new Refusal('undo.superseded', { field });
  }
  const common = {
    recordType: change.recordType as RecordType,
    recordId: change.recordId as RecordId,
    section: change.section,
    intent: 'undo' as const,
  };
  // What made a record is undone by withdrawing it: the bin keeps all that was written in that step.
  if (made.has(row.record)) {
    if (!isFirst(db, row)) return [];
    refuseOthersWork(db, acting, row.record);
    return [{ ...common, set: { withdrawn: true } }];
  }

  const { fields } = definitionOf(change.recordType);
  return Object.keys(change.set).map((field) => {
    const before = valueBefore(db, change, field);
    const path = parsePath(fields, field);
    const judgement = path !== undefined && fields[path.name]?.judgement === true;
    return {
      ...common,
      set: { [field]: before.value },
      // A position that comes back judged what it judged then, not what stands there now.
      ...(judgement && before.seen ? { seen: before.seen } : {}),
    };
  });
}

/** The value a change replaced: null where it set the field for the first time. */
export function valueBefore(
  db: Db,
  change: Change,
  field: string,
): { value: Json; seen?: readonly string[] } {
  const superseded = change.supersedes[field] ?? [];
  if (superseded.length === 0) return { value: null };
  if (superseded.length > 1) throw new Refusal('field.in-conflict', { field });
  const n = changeNumber(db, superseded[0] as string);
  if (n === undefined) throw new Refusal('undo.superseded', { field });
  const body = unpackBody(changeRow(db, n).body);
  const stored = body.set[field] ?? null;
  const personal =
    isRecordType(change.recordType) &&
    definitionOf(change.recordType).fields[field.split(/[.:]/, 1)[0] as string]?.personal === true;
  if (!personal || stored === null) return body.seen ? { value: stored, seen: body.seen } : { value: stored };
  const detached = detachedValue(db, n, field);
  // Withheld or erased: clearing the field instead would throw away what another copy may hold.
  if (!detached) throw new Refusal('field.erased', { field });
  return { value: detached.value as Json };
}

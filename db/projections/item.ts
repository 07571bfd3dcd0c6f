import type { HeadsView } from '../ledger/heads-view.ts';
import { findTerm, termNumber, uuidBytes } from '../ledger/store.ts';
import { type Db, pluck, sql } from '../statements.ts';
import type { Touch } from './touch.ts';

/** The field that says under which record another one is listed. */
export const PARENT_FIELD: { readonly [recordType: string]: string } = {
  evidence: 'deficit',
  action: 'strategy',
  comment: 'target',
  clause: 'subject',
  participant: 'organization',
  absence: 'organization',
  agendaItem: 'session',
  presence: 'session',
  turn: 'session',
  point: 'session',
  readBack: 'session',
  minutes: 'session',
  norm: 'deficit',
  cause: 'deficit',
  link: 'from',
  ballot: 'round',
  tally: 'round',
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One light row for every record: what it hangs on, whether it is withdrawn, its number, when it was touched. */
export function projectItem(db: Db, touch: Touch, view: HeadsView): void {
  const { record, recordType, first } = touch;
  // Created: the wall time of the change with the lowest clock. Edited: the latest wall time. Neither depends on
  // what arrived first. A deficit keeps the latter in its own row, which an edit touches anyway: a plain edit of
  // one leaves this row alone.
  const edited = recordType === 'deficit' ? 0 : touch.edited;
  if (!touch.newest || edited > 0) {
    const held = sql<{ created: number; clock: number; edited: number }>(
      db,
      'SELECT created, created_clock AS clock, edited FROM item WHERE record = ?',
    ).get(record);
    const isFirst =
      !held || first.clock < held.clock || (first.clock === held.clock && first.at < held.created);
    // A row that would say the same is not written: its page would have to reach the disk.
    if (isFirst || edited > held.edited)
      sql(
        db,
        `INSERT INTO item (record, type, created, created_clock, edited) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (record) DO UPDATE SET created = excluded.created, created_clock = excluded.created_clock,
           edited = excluded.edited`,
      ).run(
        record,
        termNumber(db, recordType),
        isFirst ? first.at : held.created,
        isFirst ? first.clock : held.clock,
        Math.max(edited, held?.edited ?? 0),
      );
  }
  const parentField = PARENT_FIELD[recordType];
  for (const field of touch.fields) {
    if (field === 'withdrawn')
      sql(db, 'UPDATE item SET withdrawn = ? WHERE record = ?').run(
        view.value('withdrawn') === true ? 1 : 0,
        record,
      );
    else if (field === 'number') {
      const number = view.value('number');
      sql(db, 'UPDATE item SET number = ? WHERE record = ?').run(
        typeof number === 'string' ? number : null,
        record,
      );
    } else if (field === parentField) {
      const parent = view.value(field);
      sql(db, 'UPDATE item SET parent = ? WHERE record = ?').run(
        typeof parent === 'string' && UUID.test(parent) ? uuidBytes(parent) : null,
        record,
      );
    }
  }
}

/** Arrival numbers of the records of one type, in the order people expect: by number, then by age. */
export function itemsOfType(
  db: Db,
  type: string,
  options: { withdrawn?: boolean; limit?: number } = {},
): number[] {
  const term = findTerm(db, type);
  if (term === undefined) return [];
  return pluck<number>(
    db,
    // The id decides in the end, and not what arrived here first: two copies of one state list alike.
    `SELECT record FROM item JOIN record ON record.n = item.record WHERE item.type = ? AND withdrawn = ?
     ORDER BY CAST(number AS INTEGER), number, created, record.id LIMIT ?`,
  ).all(term, options.withdrawn ? 1 : 0, options.limit ?? -1);
}

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
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One light row for every record: what it hangs on, whether it is withdrawn, its number, when it was touched. */
export function projectItem(db: Db, touch: Touch, view: HeadsView): void {
  const { record, change } = touch;
  const at = Date.parse(change.at);
  // Earliest and latest by wall time, whatever arrived first: the row must not depend on the order of merges.
  // A deficit keeps the latest in its own row, which an edit touches anyway: one page less for each edit.
  const edited = touch.recordType === 'deficit' ? 0 : at;
  sql(
    db,
    `INSERT INTO item (record, type, created, edited) VALUES (?, ?, ?, ?)
     ON CONFLICT (record) DO UPDATE SET created = min(created, excluded.created), edited = max(edited, excluded.edited)
     WHERE excluded.created < created OR excluded.edited > edited`,
  ).run(record, termNumber(db, change.recordType), at, edited);
  const parentField = PARENT_FIELD[touch.recordType];
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
     ORDER BY number, created, record.id LIMIT ?`,
  ).all(term, options.withdrawn ? 1 : 0, options.limit ?? -1);
}

/** Deficits whose wording another one took up. They stay, and the register lists them apart. */
import { Bodies, headAt, headRows, shown } from '../ledger/heads.ts';
import { findRecord, findTerm, recordRow, uuidOf } from '../ledger/store.ts';
import { type Db, pluck } from '../statements.ts';

/** A condition on `d.record`; its one value is what `joinedRecords` gives, as JSON. */
export const NOT_JOINED = 'd.record NOT IN (SELECT value FROM json_each(?))';

/** The ids that some deficit names, or named, as a parent. */
export const parentIds = (db: Db): string[] =>
  pluck<string>(db, "SELECT text FROM term WHERE text >= 'parents:' AND text < 'parents;'")
    .all()
    .map((text) => text.slice('parents:'.length));

/**
 * Record numbers of deficits that were joined into one that stands: read from those that are named as parents. Copies
 * that joined apart may have led them into one another; a ring leads to none that stands, and all of it is listed.
 */
export function joinedRecords(db: Db): number[] {
  const field = findTerm(db, 'joinedInto');
  if (field === undefined) return [];
  const bodies = new Bodies(db);
  const joined = new Map<string, { readonly record: number; readonly into: string }>();
  for (const id of parentIds(db)) {
    const record = findRecord(db, 'deficit', id)?.n;
    if (record === undefined) continue;
    const into = shown(headRows(db, record, field).map((row) => headAt(bodies, row, 'joinedInto')))?.value;
    if (typeof into === 'string' && stands(db, into)) joined.set(id, { record, into });
  }
  return [...joined].flatMap(([id, { record }]) => (endsInRing(joined, id) ? [] : [record]));
}

function endsInRing(joined: ReadonlyMap<string, { readonly into: string }>, id: string): boolean {
  const passed = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = joined.get(at)?.into) {
    if (passed.has(at)) return true;
    passed.add(at);
  }
  return false;
}

function stands(db: Db, id: string): boolean {
  const record = findRecord(db, 'deficit', id);
  // One that has not arrived yet by a merge stands elsewhere.
  return !record || pluck(db, 'SELECT withdrawn FROM deficit WHERE record = ?').get(record.n) !== 1;
}

/** Ids of the deficits that name this one as a parent, oldest first. */
export function childrenByParent(db: Db, parent: string): string[] {
  const field = findTerm(db, `parents:${parent}`);
  if (field === undefined) return [];
  const bodies = new Bodies(db);
  const records = pluck<number>(db, 'SELECT DISTINCT record FROM head WHERE field = ? ORDER BY record').all(
    field,
  );
  return records
    .filter((record) => {
      const heads = headRows(db, record, field).map((row) => headAt(bodies, row, `parents:${parent}`));
      return shown(heads)?.value === true;
    })
    .map((record) => uuidOf(recordRow(db, record).id));
}

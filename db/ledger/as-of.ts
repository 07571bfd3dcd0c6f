import { type Db, pluck } from '../statements.ts';
import { Bodies, type Head, headAt } from './heads.ts';
import { changeNumber } from './store.ts';

/**
 * Heads of a record, by flat field, as this dossier knew them when `moment` changes had arrived: what came
 * later counts for nothing, however early others wrote it (L13). Detached values are those of today, since what
 * was erased is erased in the past as well.
 */
export function headsAsOf(db: Db, record: number, moment: number): Map<string, Head[]> {
  const bodies = new Bodies(db);
  const known = pluck<number>(db, 'SELECT n FROM change WHERE record = ? AND n <= ? ORDER BY n').all(
    record,
    moment,
  );
  const superseded = new Set<string>();
  for (const n of known)
    for (const [field, ids] of Object.entries(bodies.get(n).body.supersedes))
      for (const id of ids) superseded.add(`${field} ${changeNumber(db, id)}`);
  const heads = new Map<string, Head[]>();
  for (const n of known)
    for (const field of Object.keys(bodies.get(n).body.set))
      if (!superseded.has(`${field} ${n}`))
        heads.set(field, [...(heads.get(field) ?? []), headAt(bodies, { change: n, value: null }, field)]);
  return heads;
}

/** The arrival number of the newest change here: the moment that is now. */
export const arrivals = (db: Db): number => pluck<number | null>(db, 'SELECT max(n) FROM change').get() ?? 0;

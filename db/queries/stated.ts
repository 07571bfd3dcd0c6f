/** What the constituencies have stated, for registers of any length: a few short fields of many records. */
import { AREAS, type Area, CONSTITUENCIES } from '../../shared/domain/codes.ts';
import type { Json } from '../../shared/domain/json.ts';
import { type HeadRow, headAt, parsed, recentBodies, shown } from '../ledger/heads.ts';
import { findTerm } from '../ledger/store.ts';
import { type Db, sql } from '../statements.ts';
import { joinedRecords } from './joined.ts';

export interface Standing {
  readonly record: number;
  readonly area: Area | null;
}

/** Deficits that stand, by number: not in the bin, and not joined into another, where they are stated now. */
export function standingDeficits(db: Db): Standing[] {
  const joined = new Set(joinedRecords(db));
  return sql<{ record: number; area: string | null }>(
    db,
    'SELECT record, area FROM deficit WHERE withdrawn = 0 ORDER BY CAST(number AS INTEGER), number, record',
  )
    .all()
    .filter(({ record }) => !joined.has(record))
    .map(({ record, area }) => ({ record, area: AREAS.find((each) => each === area) ?? null }));
}

/** A member keyed by constituency as its flat fields. */
const flat = (member: string): string[] => CONSTITUENCIES.map((seat) => `${member}.${seat}`);

type By = { readonly [C in (typeof CONSTITUENCIES)[number]]?: Json };
/** Members of a record that are keyed by constituency, without what nobody gave. */
export type Keyed<M extends string> = { readonly [N in M]: By };

/**
 * Some members keyed by constituency, of each of these records, as they are shown. A value that lies with its single
 * head is read there, which is nearly all of them: the changes themselves are met only where there is a conflict.
 */
export function keyedOf<M extends string>(
  db: Db,
  records: readonly number[],
  members: readonly M[],
): ReadonlyMap<number, Keyed<M>> {
  const names = new Map(
    members.flatMap(flat).flatMap((name) => {
      const term = findTerm(db, name);
      return term === undefined ? [] : [[term, name] as const];
    }),
  );
  type Members = { [member: string]: { [seat: string]: Json } };
  const found = new Map<number, Members>(
    records.map((record) => [record, Object.fromEntries(members.map((member) => [member, {}]))]),
  );
  const heads = new Map<string, { record: number; name: string; rows: HeadRow[] }>();
  for (const { record, field, change, value } of sql<HeadRow & { record: number; field: number }>(
    db,
    `SELECT record, field, change, value FROM head
     WHERE record IN (SELECT value FROM json_each(?)) AND field IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(records), JSON.stringify([...names.keys()]))) {
    const key = `${record} ${field}`;
    const held = heads.get(key);
    if (held) held.rows.push({ change, value });
    else heads.set(key, { record, name: names.get(field) as string, rows: [{ change, value }] });
  }
  const bodies = recentBodies(db);
  for (const { record, name, rows } of heads.values()) {
    const [only] = rows;
    const value =
      rows.length === 1 && only?.value
        ? parsed(only.value)
        : (shown(rows.map((row) => headAt(bodies, row, name)))?.value ?? null);
    const [member, seat] = name.split('.') as [string, string];
    const of = found.get(record)?.[member];
    if (of && value !== null) of[seat] = value;
  }
  return found as ReadonlyMap<number, unknown> as ReadonlyMap<number, Keyed<M>>;
}

/** A few fields of many deficits at once: what coding them together must know of each. */
import type { Json } from '../../shared/domain/json.ts';
import { type HeadRow, headAt, recentBodies, shown } from '../ledger/heads.ts';
import { findTerm, uuidOf } from '../ledger/store.ts';
import { type Db, sql } from '../statements.ts';

export interface CodedRow {
  readonly isWithdrawn: boolean;
  /** A constituency has taken a position. */
  readonly isJudged: boolean;
  /** The values that are shown; fields that nobody ever set are left out. */
  readonly values: ReadonlyMap<string, Json>;
  /** Of these fields, those written in more than one way. */
  readonly conflicts: ReadonlySet<string>;
}

/** By id; those that are not here are left out. Three questions, however many are asked for. */
export function codedRows(
  db: Db,
  ids: readonly string[],
  fields: readonly string[],
): ReadonlyMap<string, CodedRow> {
  const section = findTerm(db, 'main') ?? -1;
  const type = findTerm(db, 'deficit') ?? -1;
  const names = new Map(fields.map((field) => [findTerm(db, field) ?? -1, field] as const));
  const asked = new Set(ids);
  const rows = new Map<
    number,
    CodedRow & { id: string; values: Map<string, Json>; conflicts: Set<string> }
  >();
  for (const row of sql<{ n: number; id: Buffer; withdrawn: number; judged: number }>(
    db,
    `SELECT r.n, r.id, d.withdrawn,
       (d.position_g IS NOT NULL OR d.position_e IS NOT NULL OR d.position_w IS NOT NULL) AS judged
     FROM deficit d JOIN record r ON r.n = d.record WHERE r.type = ? AND r.section = ?`,
  ).iterate(type, section)) {
    const id = uuidOf(row.id);
    if (!asked.has(id)) continue;
    rows.set(row.n, {
      id,
      isWithdrawn: row.withdrawn === 1,
      isJudged: row.judged === 1,
      values: new Map(),
      conflicts: new Set(),
    });
  }
  const records = JSON.stringify([...rows.keys()]);
  const terms = JSON.stringify([...names.keys()]);
  for (const { record, field } of sql<{ record: number; field: number }>(
    db,
    `SELECT record, field FROM conflict WHERE field IN (SELECT value FROM json_each(?))
       AND record IN (SELECT value FROM json_each(?))`,
  ).all(terms, records))
    rows.get(record)?.conflicts.add(names.get(field) as string);
  const heads = new Map<string, { record: number; field: string; of: HeadRow[] }>();
  for (const { record, field, ...head } of sql<HeadRow & { record: number; field: number }>(
    db,
    `SELECT record, field, change, value FROM head WHERE record IN (SELECT value FROM json_each(?))
       AND field IN (SELECT value FROM json_each(?))`,
  ).all(records, terms)) {
    const key = `${record} ${field}`;
    const held = heads.get(key);
    if (held) held.of.push(head);
    else heads.set(key, { record, field: names.get(field) as string, of: [head] });
  }
  const bodies = recentBodies(db);
  for (const { record, field, of } of heads.values())
    rows.get(record)?.values.set(field, shown(of.map((row) => headAt(bodies, row, field)))?.value ?? null);
  return new Map([...rows.values()].map((row) => [row.id, row]));
}

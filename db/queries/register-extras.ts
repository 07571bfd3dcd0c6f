/** What the register shows besides its light columns: read from the heads, for the rows on screen alone. */
import type { RegisterExtra } from '../../shared/contract/index.ts';
import type { Constituency } from '../../shared/domain/codes.ts';
import type { Json } from '../../shared/domain/json.ts';
import { BAND_RANKS, type ExtraColumn, type PriorityBand } from '../../shared/domain/register.ts';
import { type HeadRow, headAt, recentBodies, shown } from '../ledger/heads.ts';
import { type Db, sql } from '../statements.ts';

/** The rank that is shown of `d`: of several heads the one with the highest clock, like everywhere. */
export const RANK = `(SELECT CAST(h.value AS INTEGER) FROM head h JOIN change c ON c.n = h.change
  WHERE h.record = d.record AND h.field = (SELECT n FROM term WHERE text = 'priorityRank')
  ORDER BY c.clock DESC, c.id DESC LIMIT 1)`;

/** A condition on `d` that takes no value. */
export function inBand(band: PriorityBand): string {
  if (band === 'none') return `${RANK} IS NULL`;
  const [first, last] = BAND_RANKS[band];
  return `${RANK} BETWEEN ${first} AND ${last}`;
}

/** The band of `d` as a column. */
export const BAND = `coalesce((SELECT CASE ${Object.entries(BAND_RANKS)
  .map(([band, [, last]]) => `WHEN rank <= ${last} THEN '${band}'`)
  .join(' ')} END FROM (SELECT ${RANK} AS rank)), 'none')`;

const FIELDS: { readonly [C in ExtraColumn]: (field: string) => boolean } = {
  prevalence: (field) => field.startsWith('prevalence.'),
  evidenceHeld: (field) => field.startsWith('evidenceHeld.'),
  evidenceStrength: (field) => field === 'evidenceStrength',
  affectedGroups: (field) => field.startsWith('affectedGroups:'),
  sector: (field) => field === 'sector',
  priority: (field) => field === 'priorityRank',
  raisedBy: (field) => field === 'raisedBy',
};

/** The first and the last name a column's fields may have, for a range of the index of terms. */
const RANGES: { readonly [C in ExtraColumn]: readonly [string, string] } = {
  prevalence: ['prevalence.', 'prevalence/'],
  evidenceHeld: ['evidenceHeld.', 'evidenceHeld/'],
  evidenceStrength: ['evidenceStrength', 'evidenceStrength'],
  affectedGroups: ['affectedGroups:', 'affectedGroups;'],
  sector: ['sector', 'sector'],
  priority: ['priorityRank', 'priorityRank'],
  raisedBy: ['raisedBy', 'raisedBy'],
};

/** By record number; undefined for all where nothing was asked. */
export function extrasOf(
  db: Db,
  records: readonly number[],
  columns: readonly ExtraColumn[],
): (record: number) => RegisterExtra | undefined {
  if (columns.length === 0) return () => undefined;
  const names = new Map<number, string>();
  for (const column of columns)
    for (const { n, text } of sql<{ n: number; text: string }>(
      db,
      'SELECT n, text FROM term WHERE text >= ? AND text <= ?',
    ).all(...RANGES[column]))
      if (FIELDS[column](text)) names.set(n, text);
  const heads = new Map<number, Map<string, HeadRow[]>>();
  for (const { record, field, ...head } of sql<HeadRow & { record: number; field: number }>(
    db,
    `SELECT record, field, change, value FROM head
     WHERE record IN (SELECT value FROM json_each(?)) AND field IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(records), JSON.stringify([...names.keys()]))) {
    const of = heads.get(record) ?? new Map<string, HeadRow[]>();
    heads.set(record, of);
    const name = names.get(field) as string;
    of.set(name, [...(of.get(name) ?? []), head]);
  }
  const bodies = recentBodies(db);
  return (record) => {
    const extra: { -readonly [K in keyof RegisterExtra]: RegisterExtra[K] } = {};
    const prevalence: { [C in Constituency]?: string } = {};
    const evidenceHeld: { [C in Constituency]?: string } = {};
    let groups = 0;
    for (const [field, rows] of heads.get(record) ?? []) {
      const value: Json =
        rows.length === 1 && rows[0]?.value === null && field.startsWith('affectedGroups:')
          ? // Only what was cleared has no short value here.
            null
          : (shown(rows.map((row) => headAt(bodies, row, field)))?.value ?? null);
      if (value === true) groups += 1;
      else if (typeof value === 'number') extra.priority = value;
      else if (typeof value !== 'string') continue;
      else if (field.startsWith('prevalence.')) prevalence[field.slice(-1) as Constituency] = value;
      else if (field.startsWith('evidenceHeld.')) evidenceHeld[field.slice(-1) as Constituency] = value;
      else if (field === 'evidenceStrength') extra.evidenceStrength = value;
      else if (field === 'sector') extra.sector = value;
      else if (field === 'raisedBy') extra.raisedBy = value;
    }
    if (groups > 0) extra.affectedGroups = groups;
    if (Object.keys(prevalence).length > 0) extra.prevalence = prevalence;
    if (Object.keys(evidenceHeld).length > 0) extra.evidenceHeld = evidenceHeld;
    return extra;
  };
}

/** Which deficits a strategy answers. */
import { Bodies, type HeadRow, headAt, shown } from '../ledger/heads.ts';
import { type Db, sql } from '../statements.ts';

/** A condition on `r.id`; its one value is what `answeredIds` gives. */
export const ANSWERED = 'lower(hex(r.id)) IN (SELECT value FROM json_each(?))';

/**
 * The deficits named by a strategy that stands, as JSON: agenda items and rounds of scoring name some as well. One taken off the list again leaves a cleared field
 * behind.
 */
export function answeredIds(db: Db): string {
  const bodies = new Bodies(db);
  const fields = new Map<string, { field: string; heads: HeadRow[] }>();
  for (const { record, field, ...head } of sql<HeadRow & { record: number; field: string }>(
    db,
    `SELECT h.record, f.text AS field, h.change, h.value FROM term f JOIN head h ON h.field = f.n
     JOIN item s ON s.record = h.record AND s.type = (SELECT n FROM term WHERE text = 'strategy')
     WHERE f.text >= 'deficits:' AND f.text < 'deficits;' AND s.withdrawn = 0`,
  ).all()) {
    const key = `${record} ${field}`;
    const found = fields.get(key) ?? { field, heads: [] };
    found.heads.push(head);
    fields.set(key, found);
  }
  const ids = new Set<string>();
  for (const { field, heads } of fields.values()) {
    const head = shown(heads.map((row) => headAt(bodies, row, field)));
    if (head && head.value !== null) ids.add(field.slice('deficits:'.length).replaceAll('-', ''));
  }
  return JSON.stringify([...ids]);
}

/** What an import compares with: every deficit by number and titles, and single members of many records at once. */
import type { Json } from '../../shared/domain/json.ts';
import { LANGS, type Lang } from '../../shared/domain/languages.ts';
import { Bodies, type HeadRow, headAt, shown } from '../ledger/heads.ts';
import { findTerm, uuidOf } from '../ledger/store.ts';
import { type Db, sql } from '../statements.ts';

export interface KnownDeficit {
  readonly id: string;
  readonly number: string;
  readonly titles: { readonly [L in Lang]: string | null };
}

/** Deficits that stand, by number. */
export function knownDeficits(db: Db): KnownDeficit[] {
  type Row = { id: Uint8Array; number: string } & { [L in `title_${Lang}`]: string | null };
  return sql<Row>(
    db,
    `SELECT r.id, d.number, d.title_ar, d.title_en, d.title_fr, d.title_es FROM deficit d
     JOIN record r ON r.n = d.record WHERE d.withdrawn = 0 ORDER BY CAST(d.number AS INTEGER), d.number`,
  )
    .all()
    .map((row) => ({
      id: uuidOf(row.id),
      number: row.number,
      titles: Object.fromEntries(LANGS.map((lang) => [lang, row[`title_${lang}`]])) as KnownDeficit['titles'],
    }));
}

/**
 * The flat fields of all standing records of a type whose names are `fields`, or begin with one that ends in a colon
 * (`instruments:`). Cleared fields are left out.
 */
export function membersOf(
  db: Db,
  type: string,
  fields: readonly string[],
): Map<string, { readonly [field: string]: Json }> {
  const term = findTerm(db, type);
  const found = new Map<string, { [field: string]: Json }>();
  if (term === undefined) return found;
  const bodies = new Bodies(db, 2000);
  const rows = sql<HeadRow & { id: Uint8Array; field: string }>(
    db,
    `SELECT r.id, f.text AS field, h.change, h.value FROM item i JOIN record r ON r.n = i.record
     JOIN head h ON h.record = i.record JOIN term f ON f.n = h.field
     WHERE i.type = ? AND i.withdrawn = 0 AND f.n IN (
       SELECT t.n FROM term t JOIN json_each(?) w
       ON t.text = w.value OR (w.value LIKE '%:' AND substr(t.text, 1, length(w.value)) = w.value))
     ORDER BY i.record, h.field`,
  ).all(term, JSON.stringify(fields));
  let last = '';
  let heads: HeadRow[] = [];
  const put = (id: string, field: string): void => {
    const value = shown(heads.map((row) => headAt(bodies, row, field)))?.value;
    if (value === null || value === undefined) return;
    const members = found.get(id) ?? {};
    members[field] = value;
    found.set(id, members);
  };
  let open: { id: string; field: string } | undefined;
  for (const { id: bytes, field, change, value } of rows) {
    const id = uuidOf(bytes);
    if (open && `${id} ${field}` !== last) {
      put(open.id, open.field);
      heads = [];
    }
    open = { id, field };
    last = `${id} ${field}`;
    heads.push({ change, value });
  }
  if (open) put(open.id, open.field);
  return found;
}

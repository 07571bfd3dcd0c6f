/** The deficit register: windows of light rows under filters, facets, and search. */

import type {
  JumpHit,
  RegisterFacets,
  RegisterFilter,
  RegisterRow,
  RegisterSort,
  RegisterWindow,
} from '../../shared/contract/index.ts';
import type { Constituency } from '../../shared/domain/codes.ts';
import type { TextEntry } from '../../shared/domain/fields.ts';
import { fallbackOrder, type Lang } from '../../shared/domain/languages.ts';
import type { Outcome } from '../../shared/domain/position.ts';
import { queryWords, snippetOf } from '../../shared/domain/search-text.ts';
import { composeRecord } from '../ledger/compose.ts';
import { Bodies } from '../ledger/heads.ts';
import { HeadsView } from '../ledger/heads-view.ts';
import { findRecord, instantOf, uuidOf } from '../ledger/store.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { ANSWERED, answeredIds } from './answered.ts';
import { labelOf, numberOf } from './record-view.ts';

/** FTS5 match expression: every word of the query, each as a prefix. Null where nothing searchable was typed. */
export function matchOf(search: string | undefined): string | null {
  const words = queryWords(search ?? '');
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' AND ');
}

interface Where {
  readonly sql: string;
  readonly values: (string | number)[];
}

/** Typed text that holds no word at all finds nothing, rather than everything. */
function where(db: Db, filter: RegisterFilter, without?: 'area' | 'outcome' | 'confidentiality'): Where {
  const parts = ['d.withdrawn = 0'];
  const values: (string | number)[] = [];
  const match = matchOf(filter.search);
  if (match !== null) {
    parts.push('d.record IN (SELECT rowid FROM search WHERE search MATCH ?)');
    values.push(match);
  } else if (filter.search?.trim()) parts.push('0');
  if (filter.area && without !== 'area') {
    if (filter.area === 'none') parts.push('d.area IS NULL');
    else {
      parts.push('d.area = ?');
      values.push(filter.area);
    }
  }
  if (filter.outcome && without !== 'outcome') {
    parts.push('d.outcome = ?');
    values.push(filter.outcome);
  }
  if (filter.confidentiality && without !== 'confidentiality') {
    parts.push('d.confidentiality = ?');
    values.push(filter.confidentiality);
  }
  if (filter.flag === 'conflict') parts.push('d.conflicts > 0');
  if (filter.flag === 'changed-since') parts.push("d.changed_since <> ''");
  if (filter.flag === 'no-strategy') {
    parts.push(`NOT ${ANSWERED}`);
    values.push(answeredIds(db));
  }
  if (filter.flag === 'no-evidence') parts.push(`NOT ${EVIDENCED}`);
  return { sql: parts.join(' AND '), values };
}

const EVIDENCED = `EXISTS (SELECT 1 FROM item e JOIN term t ON t.n = e.type WHERE e.parent = r.id AND t.text = 'evidence' AND e.withdrawn = 0)`;

const titleColumns = (lang: Lang): string =>
  fallbackOrder(lang)
    .map((l) => `nullif(d.title_${l}, '')`)
    .join(', ');

function order(sort: RegisterSort, lang: Lang, descending: boolean): string {
  const direction = descending ? 'DESC' : 'ASC';
  const key: { readonly [S in RegisterSort]: string } = {
    number: `CAST(d.number AS INTEGER) ${direction}, d.number ${direction}`,
    title: `coalesce(${titleColumns(lang)}) ${direction}, CAST(d.number AS INTEGER) ASC, d.number ASC`,
    area: `d.area ${direction}, CAST(d.number AS INTEGER) ASC, d.number ASC`,
    // The highest of the three leads: a mean would hide who sees a deficit as critical.
    severity: `max(coalesce(d.severity_g, 0), coalesce(d.severity_e, 0), coalesce(d.severity_w, 0)) ${direction}, CAST(d.number AS INTEGER) ASC, d.number ASC`,
    outcome: `d.outcome ${direction}, CAST(d.number AS INTEGER) ASC, d.number ASC`,
    edited: `d.edited ${direction}, CAST(d.number AS INTEGER) ASC, d.number ASC`,
  };
  return `${key[sort]}, r.id ASC`;
}

interface Row {
  readonly record: number;
  readonly id: Buffer;
  readonly number: string;
  readonly title_ar: string | null;
  readonly title_en: string | null;
  readonly title_fr: string | null;
  readonly title_es: string | null;
  readonly area: string | null;
  readonly subtopic: string | null;
  readonly confidentiality: string | null;
  readonly severity_g: number | null;
  readonly severity_e: number | null;
  readonly severity_w: number | null;
  readonly position_g: string | null;
  readonly position_e: string | null;
  readonly position_w: string | null;
  readonly changed_since: string;
  readonly outcome: string;
  readonly conflicts: number;
  readonly edited: number;
}

const present = <T>(g: T | null, e: T | null, w: T | null): { [C in Constituency]?: T } => ({
  ...(g === null ? {} : { G: g }),
  ...(e === null ? {} : { E: e }),
  ...(w === null ? {} : { W: w }),
});

function toRow(db: Db, row: Row, lang: Lang, search: string | undefined): RegisterRow {
  const titles = { ar: row.title_ar, en: row.title_en, fr: row.title_fr, es: row.title_es };
  const titleLang = fallbackOrder(lang).find((l) => titles[l]);
  return {
    id: uuidOf(row.id),
    number: row.number,
    title: titleLang ? { lang: titleLang, text: titles[titleLang] as string } : null,
    area: row.area,
    subTopic: row.subtopic,
    severity: present(row.severity_g, row.severity_e, row.severity_w),
    positions: present(row.position_g, row.position_e, row.position_w),
    changedSince: [...row.changed_since] as Constituency[],
    outcome: row.outcome as Outcome,
    inConflict: row.conflicts > 0,
    confidentiality: row.confidentiality,
    editedAt: instantOf(row.edited),
    snippet: search ? statementSnippet(db, row.record, lang, search) : null,
  };
}

/** The statement lies in the ledger alone: it is read for the rows that are shown, never for all that match. */
function statementSnippet(db: Db, record: number, lang: Lang, search: string): RegisterRow['snippet'] {
  const view = new HeadsView(db, record, new Bodies(db));
  for (const candidate of fallbackOrder(lang)) {
    const entry = view.value(`statement.${candidate}`) as unknown as TextEntry | null;
    const text = entry ? snippetOf(entry.text, search) : null;
    if (text !== null) return { lang: candidate, text };
  }
  return null;
}

export interface WindowQuery {
  readonly lang: Lang;
  readonly filter: RegisterFilter;
  readonly sort: RegisterSort;
  readonly descending: boolean;
}

export function registerWindow(
  db: Db,
  query: WindowQuery & { offset: number; limit: number },
): RegisterWindow {
  const condition = where(db, query.filter);
  const total = pluck<number>(
    db,
    `SELECT count(*) FROM deficit d JOIN record r ON r.n = d.record WHERE ${condition.sql}`,
  ).get(...condition.values) as number;
  const rows = sql<Row>(
    db,
    `SELECT d.*, r.id FROM deficit d JOIN record r ON r.n = d.record WHERE ${condition.sql}
     ORDER BY ${order(query.sort, query.lang, query.descending)} LIMIT ? OFFSET ?`,
  ).all(...condition.values, query.limit, query.offset);
  return { total, rows: rows.map((row) => toRow(db, row, query.lang, query.filter.search)) };
}

export function registerPosition(db: Db, query: WindowQuery & { id: string }): number | null {
  const condition = where(db, query.filter);
  const record = findRecord(db, 'deficit', query.id);
  if (!record) return null;
  const index = pluck<number>(
    db,
    `SELECT at FROM (SELECT d.record AS record, row_number() OVER (ORDER BY ${order(query.sort, query.lang, query.descending)}) - 1 AS at
       FROM deficit d JOIN record r ON r.n = d.record WHERE ${condition.sql}) WHERE record = ?`,
  ).get(...condition.values, record.n);
  return index ?? null;
}

export function registerFacets(db: Db, filter: RegisterFilter): RegisterFacets {
  const facet = (column: 'area' | 'outcome' | 'confidentiality'): { [value: string]: number } => {
    const condition = where(db, filter, column);
    const rows = sql<{ value: string | null; count: number }>(
      db,
      `SELECT d.${column} AS value, count(*) AS count FROM deficit d JOIN record r ON r.n = d.record
       WHERE ${condition.sql} GROUP BY d.${column}`,
    ).all(...condition.values);
    return Object.fromEntries(rows.map(({ value, count }) => [value ?? 'none', count]));
  };
  const area = facet('area');
  return {
    all: Object.values(area).reduce((sum, count) => sum + count, 0),
    area,
    outcome: facet('outcome'),
    confidentiality: facet('confidentiality'),
  };
}

/** Hits of any searchable type for the jump box: best matches in titles first. */
export function jump(db: Db, text: string, lang: Lang, limit: number): JumpHit[] {
  const match = matchOf(text);
  if (match === null) return [];
  const records = pluck<number>(
    db,
    `SELECT search.rowid FROM search JOIN item ON item.record = search.rowid
     WHERE search MATCH ? AND item.withdrawn = 0 ORDER BY bm25(search, 8.0, 1.0), search.rowid LIMIT ?`,
  ).all(match, limit);
  return records.flatMap((n) => {
    const composed = composeRecord(db, n);
    if (!composed) return [];
    const label = labelOf(composed);
    const found = fallbackOrder(lang).find((l) => label[l]);
    return [
      {
        type: composed.type,
        id: composed.record.id,
        number: numberOf(composed),
        title: found ? { lang: found, text: label[found] as string } : null,
      },
    ];
  });
}

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
import { CODED_AT_MOST, type ExtraColumn } from '../../shared/domain/register.ts';
import { queryWords, snippetOf } from '../../shared/domain/search-text.ts';
import { composeRecord } from '../ledger/compose.ts';
import { type HeadRow, headAt, recentBodies, shown } from '../ledger/heads.ts';
import { findRecord, findTerm, instantOf, uuidOf } from '../ledger/store.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { ANSWERED, answeredIds } from './answered.ts';
import { joinedRecords } from './joined.ts';
import { labelOf, numberOf } from './record-view.ts';
import { BAND, extrasOf, inBand, RANK } from './register-extras.ts';

/** FTS5 match expression: every word of the query, each as a prefix. Null where nothing searchable was typed. */
export function matchOf(search: string | undefined): string | null {
  const words = queryWords(search ?? '');
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' AND ');
}

interface Where {
  /** `FROM` with its conditions, for counting: the search index first, then its rows of the register. */
  readonly counted: string;
  /** The same with each row's record, for listing few hits. */
  readonly byHits: string;
  /** The other way round, for the first of many: the register in its order, and which of its rows are hits. */
  readonly byRows: string;
  readonly values: (string | number)[];
}

/** Typed text that holds no word at all finds nothing, rather than everything. */
function where(db: Db, filter: RegisterFilter): Where {
  const parts = ['d.withdrawn = 0'];
  const values: (string | number)[] = [];
  const match = matchOf(filter.search);
  if (match !== null) values.push(match);
  else if (filter.search?.trim()) parts.push('0');
  if (filter.area) {
    if (filter.area === 'none') parts.push('d.area IS NULL');
    else {
      parts.push('d.area = ?');
      values.push(filter.area);
    }
  }
  if (filter.outcome) {
    parts.push('d.outcome = ?');
    values.push(filter.outcome);
  }
  if (filter.confidentiality) {
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
  // What was joined into another is listed and counted apart.
  const joined = joinedRecords(db);
  if (filter.flag === 'joined' || joined.length > 0) {
    parts.push(`d.record ${filter.flag === 'joined' ? 'IN' : 'NOT IN'} (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(joined));
  }
  if (filter.priority) parts.push(inBand(filter.priority));
  const others = parts.join(' AND ');
  const record = 'JOIN record r ON r.n = d.record';
  const counting = filter.flag === 'no-strategy' || filter.flag === 'no-evidence' ? record : '';
  if (match === null) {
    const listed = `deficit d ${record} WHERE ${others}`;
    return { counted: `deficit d ${counting} WHERE ${others}`, byHits: listed, byRows: listed, values };
  }
  const hits = 'search CROSS JOIN deficit d ON d.record = search.rowid';
  return {
    counted: `${hits} ${counting} WHERE search MATCH ? AND ${others}`,
    byHits: `${hits} ${record} WHERE search MATCH ? AND ${others}`,
    byRows: `deficit d ${record} WHERE d.record IN (SELECT rowid FROM search WHERE search MATCH ?) AND ${others}`,
    values,
  };
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
    // What nobody ranked comes last in both directions.
    priority: `${RANK} IS NULL, ${RANK} ${direction}, CAST(d.number AS INTEGER) ASC, d.number ASC`,
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

function toRow(row: Row, lang: Lang, snippets: Snippets, extras: ReturnType<typeof extrasOf>): RegisterRow {
  const extra = extras(row.record);
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
    snippet: snippets(row.record),
    ...(extra && { extra }),
  };
}

type Snippets = (record: number) => RegisterRow['snippet'];

/** Statements lie in the ledger alone: they are read for the rows that are shown, never for all that match. */
function snippetsOf(db: Db, rows: readonly Row[], lang: Lang, search: string | undefined): Snippets {
  if (!search) return () => null;
  const fields = fallbackOrder(lang).flatMap((of) => {
    const name = `statement.${of}`;
    const term = findTerm(db, name);
    return term === undefined ? [] : [{ lang: of, name, term }];
  });
  const heads = new Map<string, HeadRow[]>();
  for (const { record, field, ...head } of sql<HeadRow & { record: number; field: number }>(
    db,
    `SELECT record, field, change, value FROM head
     WHERE record IN (SELECT value FROM json_each(?)) AND field IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(rows.map((row) => row.record)), JSON.stringify(fields.map(({ term }) => term)))) {
    const key = `${record} ${field}`;
    heads.set(key, [...(heads.get(key) ?? []), head]);
  }
  const bodies = recentBodies(db);
  return (record) => {
    for (const { lang: of, name, term } of fields) {
      const found = heads.get(`${record} ${term}`)?.map((row) => headAt(bodies, row, name));
      const entry = found && (shown(found)?.value as unknown as TextEntry | null);
      const text = entry ? snippetOf(entry.text, search) : null;
      if (text !== null) return { lang: of, text };
    }
    return null;
  };
}

export interface WindowQuery {
  readonly lang: Lang;
  readonly filter: RegisterFilter;
  readonly sort: RegisterSort;
  readonly descending: boolean;
}

const FEW = 100;

export function registerWindow(
  db: Db,
  query: WindowQuery & { offset: number; limit: number; columns?: readonly ExtraColumn[] | undefined },
): RegisterWindow {
  const condition = where(db, query.filter);
  const total = pluck<number>(db, `SELECT count(*) FROM ${condition.counted}`).get(
    ...condition.values,
  ) as number;
  // Many hits are met soon on a walk through the register in its order; few are sorted sooner than met.
  const from = query.sort === 'number' && total > FEW ? condition.byRows : condition.byHits;
  const rows = sql<Row>(
    db,
    `SELECT d.*, r.id FROM ${from}
     ORDER BY ${order(query.sort, query.lang, query.descending)} LIMIT ? OFFSET ?`,
  ).all(...condition.values, query.limit, query.offset);
  const snippets = snippetsOf(db, rows, query.lang, query.filter.search);
  const records = rows.map(({ record }) => record);
  const extras = extrasOf(db, records, query.columns ?? []);
  return { total, rows: rows.map((row) => toRow(row, query.lang, snippets, extras)) };
}

/** The first 10,000 that a filter finds, by number. */
export function registerIds(db: Db, filter: RegisterFilter): { ids: string[]; total: number } {
  const condition = where(db, filter);
  const total = pluck<number>(db, `SELECT count(*) FROM ${condition.counted}`).get(
    ...condition.values,
  ) as number;
  const ids = pluck<Buffer>(
    db,
    `SELECT r.id FROM ${condition.byHits} ORDER BY ${order('number', 'en', false)} LIMIT ${CODED_AT_MOST}`,
  )
    .all(...condition.values)
    .map(uuidOf);
  return { ids, total };
}

export function registerPosition(db: Db, query: WindowQuery & { id: string }): number | null {
  const condition = where(db, query.filter);
  const record = findRecord(db, 'deficit', query.id);
  if (!record) return null;
  const index = pluck<number>(
    db,
    `SELECT at FROM (SELECT d.record AS record, row_number() OVER (ORDER BY ${order(query.sort, query.lang, query.descending)}) - 1 AS at
       FROM ${condition.byHits}) WHERE record = ?`,
  ).get(...condition.values, record.n);
  return index ?? null;
}

const FACETS = ['area', 'outcome', 'confidentiality', 'priority'] as const;
type Facet = (typeof FACETS)[number];

/**
 * Each facet counts under all filters but its own: one reading of the rows under all the others tells all. Bands of
 * priority are read from the ledger, and only where they are asked for.
 */
export function registerFacets(db: Db, filter: RegisterFilter, byPriority = false): RegisterFacets {
  const { area, outcome, confidentiality, priority, ...others } = filter;
  const condition = where(db, others);
  const withBands = byPriority || priority !== undefined;
  const groups = sql<{ readonly [F in Facet]: string } & { count: number }>(
    db,
    `SELECT coalesce(d.area, 'none') AS area, d.outcome, coalesce(d.confidentiality, 'none') AS confidentiality,
       ${withBands ? BAND : "''"} AS priority, count(*) AS count FROM ${condition.counted} GROUP BY 1, 2, 3, 4`,
  ).all(...condition.values);
  const chosen = { area, outcome, confidentiality, priority };
  const facet = (own: Facet): { [value: string]: number } => {
    const counts: { [value: string]: number } = {};
    for (const group of groups)
      if (FACETS.every((name) => name === own || !chosen[name] || chosen[name] === group[name]))
        counts[group[own]] = (counts[group[own]] ?? 0) + group.count;
    return counts;
  };
  const areas = facet('area');
  return {
    all: Object.values(areas).reduce((sum, count) => sum + count, 0),
    area: areas,
    outcome: facet('outcome'),
    confidentiality: facet('confidentiality'),
    ...(withBands && { priority: facet('priority') }),
  };
}

/** Hits of any searchable type for the jump box: those in titles first, then by age. */
export function jump(db: Db, text: string, lang: Lang, limit: number): JumpHit[] {
  const match = matchOf(text);
  if (match === null) return [];
  const records = pluck<number>(
    db,
    // The index keeps no places of words, so it cannot rank: a hit in titles comes before one in texts.
    `SELECT search.rowid FROM search JOIN item ON item.record = search.rowid
     WHERE search MATCH ? AND item.withdrawn = 0
     ORDER BY search.rowid NOT IN (SELECT rowid FROM search WHERE search MATCH ?),
       search.rowid LIMIT ?`,
  ).all(match, `{title} : (${match})`, limit);
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

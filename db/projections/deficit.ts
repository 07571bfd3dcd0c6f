import { CONSTITUENCIES, type Constituency } from '../../shared/domain/codes.ts';
import { isMissing, type TextEntry } from '../../shared/domain/fields.ts';
import { type DecisionRule, outcomeOf, type Position, type Positions } from '../../shared/domain/position.ts';
import { definitionOf } from '../../shared/domain/records/index.ts';
import { Bodies } from '../ledger/heads.ts';
import { HeadsView } from '../ledger/heads-view.ts';
import { findRecord } from '../ledger/store.ts';
import { getMeta } from '../meta.ts';
import { type Db, pluck, sql } from '../statements.ts';
import type { Touch } from './touch.ts';

const COLUMNS: { readonly [field: string]: string } = {
  number: 'number',
  'title.ar': 'title_ar',
  'title.en': 'title_en',
  'title.fr': 'title_fr',
  'title.es': 'title_es',
  area: 'area',
  subTopic: 'subtopic',
  confidentiality: 'confidentiality',
  'severity.G': 'severity_g',
  'severity.E': 'severity_e',
  'severity.W': 'severity_w',
  'position.G': 'position_g',
  'position.E': 'position_e',
  'position.W': 'position_w',
  withdrawn: 'withdrawn',
};
const JUDGED = definitionOf('deficit').judged;

function cell(field: string, value: unknown): string | number | null {
  if (field === 'withdrawn') return value === true ? 1 : 0;
  if (field === 'number') return typeof value === 'string' ? value : '';
  if (value === null || value === undefined) return null;
  if (field.startsWith('title.')) return (value as TextEntry).text;
  if (field.startsWith('severity.')) return isMissing(value) ? 0 : (value as number);
  if (field.startsWith('position.')) return (value as Position).value;
  return String(value);
}

/** The register's row of one deficit: short columns only; long texts are read from the ledger when shown. */
export function projectDeficit(db: Db, touch: Touch, view: HeadsView): void {
  const { record } = touch;
  if (touch.fresh) sql(db, 'INSERT OR IGNORE INTO deficit (record) VALUES (?)').run(record);
  const columns: string[] = [];
  const values: (string | number | null)[] = [];
  for (const field of touch.fields) {
    const column = COLUMNS[field];
    if (column === undefined) continue;
    columns.push(column);
    values.push(cell(field, view.value(field)));
  }
  const positionsTouched = touch.fields.some((field) => field.startsWith('position.'));
  const judgedTouched = touch.fields.some((field) => JUDGED.includes(field.split('.', 1)[0] as string));
  if (positionsTouched || judgedTouched) {
    columns.push('changed_since');
    values.push(changedSince(view).join(''));
  }
  if (positionsTouched) {
    columns.push('outcome');
    values.push(outcomeOf(positionsOf(view), decisionRule(db), isContested(db, record)));
  }
  if (touch.conflictsMoved) {
    columns.push('conflicts');
    values.push(pluck<number>(db, 'SELECT count(*) FROM conflict WHERE record = ?').get(record) as number);
  }
  const assignments = [...columns.map((column) => `${column} = ?`), 'edited = max(edited, ?)'].join(', ');
  sql(db, `UPDATE deficit SET ${assignments} WHERE record = ?`).run(...values, touch.edited, record);
}

/** A position of the record is in conflict: what stands is not known. */
const isContested = (db: Db, record: number): boolean =>
  pluck(
    db,
    "SELECT 1 FROM conflict JOIN term ON term.n = conflict.field WHERE record = ? AND term.text LIKE 'position.%'",
  ).get(record) === 1;

export function positionsOf(view: HeadsView): Positions {
  const positions: { [C in Constituency]?: Position } = {};
  for (const constituency of CONSTITUENCIES) {
    const value = view.value(`position.${constituency}`);
    if (value !== null) positions[constituency] = value as unknown as Position;
  }
  return positions;
}

/** Constituencies whose position judged other heads than those of today (L7). */
export function changedSince(view: HeadsView, judgedNames: readonly string[] = JUDGED): Constituency[] {
  let now: string | undefined;
  return CONSTITUENCIES.filter((constituency) => {
    const head = view.shown(`position.${constituency}`);
    if (!head || head.value === null) return false;
    now ??= view.judged(judgedNames).join();
    return (head.seen ?? []).join() !== now;
  });
}

/** The mandate's decision rule; consensus until the mandate says otherwise. */
export function decisionRule(db: Db): DecisionRule | undefined {
  const dossier = getMeta(db, 'dossier');
  const record = dossier === undefined ? undefined : findRecord(db, 'dossier', dossier);
  if (!record) return undefined;
  const rule = new HeadsView(db, record.n, new Bodies(db)).value('decisionRule');
  return rule === null ? undefined : (rule as unknown as DecisionRule);
}

/** When the rule changes, so does what three positions amount to. */
export function recomputeOutcomes(db: Db): void {
  const rule = decisionRule(db);
  const rows = sql<{ record: number; g: string | null; e: string | null; w: string | null }>(
    db,
    `SELECT record, position_g g, position_e e, position_w w FROM deficit
     WHERE position_g IS NOT NULL OR position_e IS NOT NULL OR position_w IS NOT NULL`,
  ).all();
  const update = sql(db, 'UPDATE deficit SET outcome = ? WHERE record = ?');
  for (const row of rows) {
    const positions: { [C in Constituency]?: Position } = {};
    for (const [constituency, value] of [
      ['G', row.g],
      ['E', row.e],
      ['W', row.w],
    ] as const)
      if (value !== null) positions[constituency] = { value } as Position;
    // Silence looks like having no position in the column, and is none: it is read from the ledger.
    if (Object.values(positions).some((position) => position.value === 'no-position'))
      Object.assign(positions, positionsOf(new HeadsView(db, row.record, new Bodies(db))));
    update.run(outcomeOf(positions, rule, isContested(db, row.record)), row.record);
  }
}

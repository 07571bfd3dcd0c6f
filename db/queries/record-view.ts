import type { RecordView } from '../../shared/contract/index.ts';
import { CONSTITUENCIES, type Constituency } from '../../shared/domain/codes.ts';
import { type DecisionRule, type Outcome, outcomeOf, type Positions } from '../../shared/domain/position.ts';
import type { RecordType } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { type ComposedRecord, composeRecord } from '../ledger/compose.ts';
import { shown } from '../ledger/heads.ts';
import { findRecord, findTerm, instantOf, uuidBytes } from '../ledger/store.ts';
import { decisionRule } from '../projections/deficit.ts';
import { itemsOfType, PARENT_FIELD } from '../projections/item.ts';
import { type Db, pluck, sql } from '../statements.ts';

/** Constituencies whose position judged other heads than those of now (L7). */
export function changedSince(composed: ComposedRecord): Constituency[] {
  const now = composed.judged.join();
  return CONSTITUENCIES.filter((constituency) => {
    const head = shown(composed.heads.get(`position.${constituency}`) ?? []);
    return head !== undefined && head.value !== null && (head.seen ?? []).join() !== now;
  });
}

/** The withdrawal judged texts that have been edited since, here or in a copy merged later (L7). */
export function editedAfterWithdrawal(composed: ComposedRecord): boolean {
  const head = shown(composed.heads.get('withdrawn') ?? []);
  return head?.value === true && (head.seen ?? []).join() !== composed.judged.join();
}

const DECIDED: readonly string[] = ['deficit', 'clause', 'strategy'];

export function positionsOfRecord(composed: ComposedRecord): Positions {
  return (composed.record as { position?: Positions }).position ?? {};
}

/** A record whose positions are in conflict has no outcome yet, whichever of them is shown. */
export const outcomeOfRecord = (composed: ComposedRecord, rule: DecisionRule | undefined): Outcome =>
  outcomeOf(
    positionsOfRecord(composed),
    rule,
    composed.conflicts.some((field) => field.startsWith('position.')),
  );

export function viewOf(db: Db, composed: ComposedRecord, rule = decisionRule(db)): RecordView {
  const times = sql<{ created: number; edited: number; withdrawn: number }>(
    db,
    `SELECT created, max(item.edited, coalesce(deficit.edited, 0)) AS edited, item.withdrawn
     FROM item LEFT JOIN deficit ON deficit.record = item.record WHERE item.record = ?`,
  ).get(composed.n) ?? { created: 0, edited: 0, withdrawn: 0 };
  return {
    type: composed.type,
    record: composed.record,
    withdrawn: times.withdrawn === 1,
    conflicts: composed.conflicts,
    judged: composed.judged,
    changedSince: changedSince(composed),
    editedAfterWithdrawal: editedAfterWithdrawal(composed),
    outcome: DECIDED.includes(composed.type) ? outcomeOfRecord(composed, rule) : null,
    createdAt: instantOf(times.created),
    editedAt: instantOf(times.edited),
  };
}

export function composedById(db: Db, type: string, id: string): ComposedRecord {
  const row = findRecord(db, type, id);
  const composed = row && composeRecord(db, row.n);
  if (!composed || composed.heads.size === 0) throw new Refusal('record.missing');
  return composed;
}

export const getRecordView = (db: Db, type: string, id: string): RecordView =>
  viewOf(db, composedById(db, type, id));

/** Records of a type, those that hang on `of` where it is given, in their natural order. */
export function listRecords(
  db: Db,
  type: RecordType,
  options: {
    of?: { field: string; id: string } | undefined;
    withdrawn?: boolean | undefined;
    limit?: number | undefined;
  } = {},
): ComposedRecord[] {
  const numbers =
    options.of && PARENT_FIELD[type] === options.of.field
      ? childrenOf(db, type, options.of.id, options.withdrawn === true)
      : itemsOfType(db, type, {
          withdrawn: options.withdrawn === true,
          ...(options.limit === undefined ? {} : { limit: options.limit }),
        });
  const composed = numbers.flatMap((n) => composeRecord(db, n) ?? []);
  const of = options.of;
  const kept =
    of && PARENT_FIELD[type] !== of.field
      ? composed.filter(({ record }) => matches((record as { [name: string]: unknown })[of.field], of.id))
      : composed;
  return ORDERED.includes(type) ? kept.sort((a, b) => orderOf(a) - orderOf(b)) : kept;
}

/** Types whose records people put in an order of their own. */
const ORDERED: readonly string[] = ['action', 'agendaItem', 'cause'];
const orderOf = (composed: ComposedRecord): number =>
  (composed.record as { order?: number }).order ?? 1_000_000;
const matches = (value: unknown, id: string): boolean =>
  Array.isArray(value) ? value.includes(id) : value === id;

export function childrenOf(db: Db, type: string, parent: string, withdrawn = false): number[] {
  const term = findTerm(db, type);
  if (term === undefined) return [];
  return pluck<number>(
    db,
    `SELECT item.record FROM item JOIN record ON record.n = item.record
     WHERE item.parent = ? AND item.type = ? AND item.withdrawn = ?
     ORDER BY CAST(number AS INTEGER), number, created, record.id`,
  ).all(uuidBytes(parent), term, withdrawn ? 1 : 0);
}

const LABEL_AT_MOST = 200;

/** A label says that it was cut, and is cut between words. */
function shortened(text: string): string {
  if (text.length <= LABEL_AT_MOST) return text;
  const cut = text.slice(0, LABEL_AT_MOST);
  const end = cut.search(/\s+\S*$/);
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

/** What a record is called in lists: its title, name, body or objective, by language. */
export function labelOf(composed: ComposedRecord): { [lang: string]: string } {
  const record = composed.record as { [name: string]: unknown };
  const texts = (record.title ?? record.name ?? record.body ?? record.note ?? record.role ?? record.source) as
    | { [lang: string]: { text: string } }
    | string
    | undefined;
  if (typeof texts !== 'object') return {};
  return Object.fromEntries(Object.entries(texts).map(([lang, entry]) => [lang, shortened(entry.text)]));
}

export const numberOf = (composed: ComposedRecord): string | null =>
  ((composed.record as { number?: string }).number ?? null) as string | null;

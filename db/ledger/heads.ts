/** Heads of fields (L3): which changes set a field and are superseded by none that is known here. */

import { parsePath } from '../../shared/domain/fields.ts';
import { canonical, type Json } from '../../shared/domain/json.ts';
import { definitionOf, isRecordType } from '../../shared/domain/records/index.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { CHANGE_COLUMNS, type ChangeRow, hexOf, type StoredBody, termText, unpackBody } from './store.ts';

export interface Head {
  readonly n: number;
  readonly id: string;
  readonly clock: number;
  readonly value: Json;
  readonly seen: readonly string[] | undefined;
}

/** Parsed bodies of a few changes, so that twenty fields set by one change parse it once. */
export class Bodies {
  readonly #db: Db;
  readonly #most: number;
  readonly #rows = new Map<number, { row: ChangeRow; body: StoredBody }>();

  /** Of more than `most` those asked for first are forgotten. */
  constructor(db: Db, most = Number.POSITIVE_INFINITY) {
    this.#db = db;
    this.#most = most;
  }

  get(n: number): { row: ChangeRow; body: StoredBody } {
    let found = this.#rows.get(n);
    if (!found) {
      if (this.#rows.size >= this.#most) this.#rows.delete(this.#rows.keys().next().value as number);
      const row = sql<ChangeRow>(this.#db, `SELECT ${CHANGE_COLUMNS} FROM change WHERE n = ?`).get(n);
      if (!row) throw Object.assign(new Error('a head without its change'), { code: 'SQLITE_CORRUPT' });
      found = { row, body: unpackBody(row.body) };
      this.#rows.set(n, found);
    }
    return found;
  }

  put(row: ChangeRow, body: StoredBody): void {
    this.#rows.set(row.n, { row, body });
  }
}

/** Bodies kept from one question to the next, while a person types or scrolls: changes never change. */
export function recentBodies(db: Db): Bodies {
  let bodies = recent.get(db);
  if (!bodies) {
    bodies = new Bodies(db, 500);
    recent.set(db, bodies);
  }
  return bodies;
}
const recent = new WeakMap<Db, Bodies>();

/** After a rollback a number may come to stand for another change. */
export function forgetBodies(db: Db): void {
  recent.delete(db);
}

export const headNumbers = (db: Db, record: number, field: number): number[] =>
  pluck<number>(db, 'SELECT change FROM head WHERE record = ? AND field = ?').all(record, field);

/** Those of every field that anyone ever set. */
export function headNumbersByField(db: Db, record: number): Map<string, number[]> {
  const byField = new Map<string, number[]>();
  const rows = sql<{ field: number; change: number }>(db, 'SELECT field, change FROM head WHERE record = ?');
  for (const { field, change } of rows.all(record)) {
    const name = termText(db, field);
    const numbers = byField.get(name);
    if (numbers) numbers.push(change);
    else byField.set(name, [change]);
  }
  return byField;
}

export function headsOf(db: Db, record: number, field: number, bodies = new Bodies(db)): Head[] {
  const name = termText(db, field);
  return headNumbers(db, record, field).map((n) => headAt(bodies, n, name));
}

export function headAt(bodies: Bodies, n: number, field: string): Head {
  const { row, body } = bodies.get(n);
  return { n, id: hexOf(row.id), clock: row.clock, value: body.set[field] ?? null, seen: body.seen };
}

/** The head that is shown: highest (clock, id). The same on every machine, whatever arrived first. */
export function shown(heads: readonly Head[]): Head | undefined {
  let best: Head | undefined;
  for (const head of heads)
    if (!best || head.clock > best.clock || (head.clock === best.clock && head.id > best.id)) best = head;
  return best;
}

const isJudgement = (recordType: string, field: string): boolean => {
  if (!isRecordType(recordType)) return false;
  const { fields } = definitionOf(recordType);
  const path = parsePath(fields, field);
  return path !== undefined && fields[path.name]?.judgement === true;
};

/**
 * Equal values are no conflict. Of a judgement the heads it judged are part of what was said: two equal
 * positions on different texts are two positions.
 */
export function distinct(recordType: string, field: string, heads: readonly Head[]): number {
  if (heads.length < 2) return heads.length;
  const judged = isJudgement(recordType, field);
  return new Set(
    heads.map((head) => canonical(head.value) + (judged ? canonical([...(head.seen ?? [])]) : '')),
  ).size;
}

/** All heads of one record, by flat field. */
export function headsOfRecord(db: Db, record: number): Map<string, Head[]> {
  const bodies = new Bodies(db);
  const byField = new Map<string, Head[]>();
  for (const [field, numbers] of headNumbersByField(db, record))
    byField.set(
      field,
      numbers.map((n) => headAt(bodies, n, field)),
    );
  return byField;
}

/** Sorted head ids of the fields a judgement of this record looks at (L7). */
export function judgedHeads(recordType: string, heads: ReadonlyMap<string, readonly Head[]>): string[] {
  if (!isRecordType(recordType)) return [];
  const judged = new Set(definitionOf(recordType).judged);
  const ids: string[] = [];
  for (const [field, of] of heads) {
    const name = field.split(/[.:]/, 1)[0] as string;
    if (judged.has(name)) for (const head of of) ids.push(head.id);
  }
  return [...new Set(ids)].sort();
}

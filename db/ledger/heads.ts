/** Heads of fields (L3): which changes set a field and are superseded by none that is known here. */

import { parsePath } from '../../shared/domain/fields.ts';
import { canonical, type Json } from '../../shared/domain/json.ts';
import { definitionOf, isRecordType } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { type ChangeRow, hexOf, type StoredBody, termText, unpackBody } from './store.ts';

export interface Head {
  readonly n: number;
  readonly id: string;
  readonly clock: number;
  readonly value: Json;
  readonly seen: readonly string[] | undefined;
}

/** Longest JSON text of a value that lies with its head: all codes, numbers and marks, no text. */
const SHORT = 24;

/**
 * A value as it lies with its head; null where it must be read from the change: one that is long, and a judgement's,
 * which is nothing without what it judged.
 */
export function shortValue(value: Json, seen: readonly string[] | undefined): string | null {
  if (value === null || seen || (typeof value === 'string' && value.length > SHORT)) return null;
  const json = JSON.stringify(value);
  return json.length > SHORT ? null : json;
}

/** A change as its heads need it. */
export interface Held {
  readonly id: string;
  readonly clock: number;
  readonly body: StoredBody;
}

/** Parsed bodies of a few changes, so that twenty fields set by one change parse it once. */
export class Bodies {
  readonly #db: Db;
  readonly #most: number;
  readonly #held = new Map<number, Held>();

  /** Of more than `most` those asked for first are forgotten. */
  constructor(db: Db, most = Number.POSITIVE_INFINITY) {
    this.#db = db;
    this.#most = most;
  }

  get(n: number): Held {
    let held = this.#held.get(n);
    if (!held) {
      if (this.#held.size >= this.#most) this.#held.delete(this.#held.keys().next().value as number);
      const row = sql<Pick<ChangeRow, 'id' | 'clock' | 'body'>>(
        this.#db,
        'SELECT id, clock, body FROM change WHERE n = ?',
      ).get(n);
      if (!row) throw headless();
      held = { id: hexOf(row.id), clock: row.clock, body: unpackBody(row.body) };
      this.#held.set(n, held);
    }
    return held;
  }

  /** Which change it is and its clock, without its body. */
  stamp(n: number): { id: string; clock: number } {
    const held = this.#held.get(n);
    if (held) return held;
    const row = sql<Pick<ChangeRow, 'id' | 'clock'>>(
      this.#db,
      'SELECT id, clock FROM change WHERE n = ?',
    ).get(n);
    if (!row) throw headless();
    return { id: hexOf(row.id), clock: row.clock };
  }

  put(n: number, held: Held): void {
    this.#held.set(n, held);
  }
}

const headless = (): Error =>
  Object.assign(new Error('a head without its change'), { code: 'SQLITE_CORRUPT' });

/** Bodies kept from one question to the next, while a person types or scrolls: changes never change. */
export function recentBodies(db: Db): Bodies {
  let bodies = recent.get(db);
  if (!bodies) {
    bodies = new Bodies(db, 1000);
    recent.set(db, bodies);
  }
  return bodies;
}
const recent = new WeakMap<Db, Bodies>();

/** After a rollback a number may come to stand for another change. */
export function forgetBodies(db: Db): void {
  recent.delete(db);
}

/** A row of the table of heads. */
export interface HeadRow {
  /** Arrival number of the change. */
  readonly change: number;
  readonly value: string | null;
}

export const headRows = (db: Db, record: number, field: number): HeadRow[] =>
  sql<HeadRow>(db, 'SELECT change, value FROM head WHERE record = ? AND field = ?').all(record, field);

export const headCount = (db: Db, record: number, field: number): number =>
  pluck<number>(db, 'SELECT count(*) FROM head WHERE record = ? AND field = ?').get(record, field) as number;

/** Those of every field that anyone ever set. */
export function headRowsByField(db: Db, record: number): Map<string, HeadRow[]> {
  const byField = new Map<string, HeadRow[]>();
  const rows = sql<HeadRow & { field: number }>(db, 'SELECT field, change, value FROM head WHERE record = ?');
  for (const row of rows.all(record)) {
    const name = termText(db, row.field);
    const held = byField.get(name);
    if (held) held.push(row);
    else byField.set(name, [row]);
  }
  return byField;
}

export function headsOf(db: Db, record: number, field: number, bodies = new Bodies(db)): Head[] {
  const name = termText(db, field);
  return headRows(db, record, field).map((row) => headAt(bodies, row, name));
}

export function headAt(bodies: Bodies, { change: n, value }: HeadRow, field: string): Head {
  if (value !== null) {
    const { id, clock } = bodies.stamp(n);
    return { n, id, clock, value: parsed(value), seen: undefined };
  }
  const { id, clock, body } = bodies.get(n);
  return { n, id, clock, value: body.set[field] ?? null, seen: body.seen };
}

/** A value as it lies with its head. No hash vouches for it while it is being read: what is no JSON is damage. */
export function parsed(value: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch {
    throw new Refusal('file.corrupt', { where: 'head' });
  }
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
  for (const [field, rows] of headRowsByField(db, record))
    byField.set(
      field,
      rows.map((row) => headAt(bodies, row, field)),
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

import type { Bodies } from '../ledger/heads.ts';
import type { Db } from '../statements.ts';
import { project } from './index.ts';
import type { Moment, Touch } from './touch.ts';

interface Waiting {
  recordType: string;
  fields: Set<string>;
  bodies: Bodies;
  first: Moment;
  edited: number;
  fresh: boolean;
  conflictsMoved: boolean;
}

/**
 * Touches gathered over many changes, so that each record is projected once and in the order of row numbers: FTS5
 * writes a segment of its index anew whenever a lower row number follows a higher one. What is projected is read
 * from the heads as they are then, so waiting changes nothing of the outcome.
 */
export class Pending {
  readonly #db: Db;
  readonly #most: number;
  readonly #waiting = new Map<number, Waiting>();

  /** Bodies of changes wait with their records: `most` of these are held. */
  constructor(db: Db, most = 1000) {
    this.#db = db;
    this.#most = most;
  }

  /** The bodies kept for a record that waits already. */
  bodiesOf(record: number): Bodies | undefined {
    return this.#waiting.get(record)?.bodies;
  }

  add(touch: Touch): void {
    const held = this.#waiting.get(touch.record);
    if (!held) {
      if (this.#waiting.size >= this.#most) this.flush();
      this.#waiting.set(touch.record, { ...touch, fields: new Set(touch.fields) });
      return;
    }
    for (const field of touch.fields) held.fields.add(field);
    if (isBefore(touch.first, held.first)) held.first = touch.first;
    held.edited = Math.max(held.edited, touch.edited);
    held.fresh ||= touch.fresh;
    held.conflictsMoved ||= touch.conflictsMoved;
  }

  /** Projects what waits. Must be called before the transaction ends. */
  flush(): void {
    const records = [...this.#waiting.keys()].sort((a, b) => a - b);
    for (const record of records) {
      const held = this.#waiting.get(record) as Waiting;
      project(this.#db, { ...held, record, fields: [...held.fields], newest: false });
    }
    this.#waiting.clear();
  }
}

const isBefore = (a: Moment, b: Moment): boolean => a.clock < b.clock || (a.clock === b.clock && a.at < b.at);

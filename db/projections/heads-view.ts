import type { Json } from '../../shared/domain/json.ts';
import { type Bodies, type Head, shown } from '../ledger/heads.ts';
import { hexOf, termText } from '../ledger/store.ts';
import { type Db, sql } from '../statements.ts';

/** The heads of one record, read lazily: an edit of one field must not unpack the texts of all others. */
export class HeadsView {
  readonly #bodies: Bodies;
  readonly #numbers = new Map<string, number[]>();

  constructor(db: Db, record: number, bodies: Bodies) {
    this.#bodies = bodies;
    for (const { field, change } of sql<{ field: number; change: number }>(
      db,
      'SELECT field, change FROM head WHERE record = ?',
    ).all(record)) {
      const name = termText(db, field);
      const numbers = this.#numbers.get(name);
      if (numbers) numbers.push(change);
      else this.#numbers.set(name, [change]);
    }
  }

  get fields(): IterableIterator<string> {
    return this.#numbers.keys();
  }

  heads(field: string): Head[] {
    return (this.#numbers.get(field) ?? []).map((n) => {
      const { row, body } = this.#bodies.get(n);
      return { n, id: hexOf(row.id), clock: row.clock, value: body.set[field] ?? null, seen: body.seen };
    });
  }

  shown(field: string): Head | undefined {
    return shown(this.heads(field));
  }

  value(field: string): Json {
    return this.shown(field)?.value ?? null;
  }

  /** Head ids of the fields whose name is among those judged, sorted (L7). */
  judged(names: readonly string[]): string[] {
    const ids = new Set<string>();
    for (const field of this.#numbers.keys())
      if (names.includes(field.split(/[.:]/, 1)[0] as string))
        for (const head of this.heads(field)) ids.add(head.id);
    return [...ids].sort();
  }
}

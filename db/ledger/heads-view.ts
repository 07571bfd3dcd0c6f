import type { Json } from '../../shared/domain/json.ts';
import { type Db, pluck } from '../statements.ts';
import { Bodies, type Head, headAt, headNumbers, shown } from './heads.ts';
import { findTerm } from './store.ts';

/** The heads of one record, read lazily: an edit of one field must not unpack the texts of all others. */
export class HeadsView {
  readonly #db: Db;
  readonly #record: number | undefined;
  readonly #bodies: Bodies;
  readonly #heads = new Map<string, readonly Head[]>();
  #fields: readonly string[] | undefined;

  constructor(db: Db, record: number | undefined, bodies = new Bodies(db)) {
    this.#db = db;
    this.#record = record;
    this.#bodies = bodies;
  }

  /** Flat fields that anyone ever set here. */
  get fields(): readonly string[] {
    this.#fields ??=
      this.#record === undefined
        ? []
        : pluck<string>(
            this.#db,
            'SELECT DISTINCT term.text FROM head JOIN term ON term.n = head.field WHERE head.record = ?',
          ).all(this.#record);
    return this.#fields;
  }

  heads(field: string): readonly Head[] {
    let heads = this.#heads.get(field);
    if (!heads) {
      const term = this.#record === undefined ? undefined : findTerm(this.#db, field);
      heads =
        term === undefined
          ? []
          : headNumbers(this.#db, this.#record as number, term).map((n) => headAt(this.#bodies, n, field));
      this.#heads.set(field, heads);
    }
    return heads;
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
    for (const field of this.fields)
      if (names.includes(field.split(/[.:]/, 1)[0] as string))
        for (const head of this.heads(field)) ids.add(head.id);
    return [...ids].sort();
  }
}

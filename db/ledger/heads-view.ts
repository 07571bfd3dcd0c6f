import type { Json } from '../../shared/domain/json.ts';
import type { Db } from '../statements.ts';
import { Bodies, type Head, type HeadRow, headAt, headRows, headRowsByField, shown } from './heads.ts';
import { findTerm } from './store.ts';

/** The heads of one record, read lazily: an edit of one field must not unpack the texts of all others. */
export class HeadsView {
  readonly #db: Db;
  readonly #record: number | undefined;
  readonly #bodies: Bodies;
  readonly #heads = new Map<string, readonly Head[]>();
  /** Rows of every field; undefined until someone needs more than single fields. */
  #rows: ReadonlyMap<string, readonly HeadRow[]> | undefined;

  constructor(db: Db, record: number | undefined, bodies = new Bodies(db)) {
    this.#db = db;
    this.#record = record;
    this.#bodies = bodies;
  }

  /** Flat fields that anyone ever set here. */
  get fields(): readonly string[] {
    return [...this.#all().keys()];
  }

  /** One question for all fields: a caller that asks for a handful of them saves one for each. */
  #all(): ReadonlyMap<string, readonly HeadRow[]> {
    this.#rows ??= this.#record === undefined ? new Map() : headRowsByField(this.#db, this.#record);
    return this.#rows;
  }

  /** Reads the rows of all fields now, for a caller that will ask for most of them. */
  prefetch(): this {
    this.#all();
    return this;
  }

  heads(field: string): readonly Head[] {
    let heads = this.#heads.get(field);
    if (!heads) {
      heads = this.#rowsOf(field).map((row) => headAt(this.#bodies, row, field));
      this.#heads.set(field, heads);
    }
    return heads;
  }

  #rowsOf(field: string): readonly HeadRow[] {
    if (this.#rows) return this.#rows.get(field) ?? [];
    const term = this.#record === undefined ? undefined : findTerm(this.#db, field);
    return term === undefined ? [] : headRows(this.#db, this.#record as number, term);
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

/** What the other engines are given of a record: flat fields with atomic values, exactly those of the ledger. */
import { headsOfRecord, shown } from '../../../db/ledger/heads.ts';
import { termText, uuidOf } from '../../../db/ledger/store.ts';
import { type Db, sql } from '../../../db/statements.ts';
import type { Json } from '../../../shared/domain/json.ts';

/** A scalar as it is; an object (a text with its status) as its JSON, since agreed text is never merged by letters. */
export type Atom = string | number | boolean | null;
export const atomOf = (value: Json): Atom =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

export interface FlatRecord {
  readonly n: number;
  readonly type: string;
  readonly id: string;
  readonly fields: readonly (readonly [string, Atom])[];
}

export function* flatRecords(db: Db): Generator<FlatRecord> {
  for (const { n, id, type } of sql<{ n: number; id: Buffer; type: number }>(
    db,
    'SELECT n, id, type FROM record',
  ).all())
    yield {
      n,
      type: termText(db, type),
      id: uuidOf(id),
      fields: [...headsOfRecord(db, n)].map(([field, heads]) => [field, atomOf(shown(heads)?.value ?? null)]),
    };
}

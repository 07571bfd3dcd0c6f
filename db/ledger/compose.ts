/** Records as people know them, read from the heads of their fields. */
import { composeMembers } from '../../shared/domain/fields.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Json } from '../../shared/domain/json.ts';
import {
  definitionOf,
  isRecordType,
  type RecordOf,
  type RecordType,
} from '../../shared/domain/records/index.ts';
import { type Db, pluck } from '../statements.ts';
import { detachedValue } from './apply.ts';
import { type Head, headsOfRecord, judgedHeads, shown } from './heads.ts';
import { recordRow, termText, uuidOf } from './store.ts';

export interface ComposedRecord {
  readonly n: number;
  readonly type: RecordType;
  readonly record: RecordOf<RecordType>;
  readonly heads: ReadonlyMap<string, readonly Head[]>;
  readonly conflicts: readonly string[];
  readonly judged: readonly string[];
}

/** One record with its heads; undefined where its type is not among those this version knows. */
export function composeRecord(db: Db, n: number): ComposedRecord | undefined {
  const row = recordRow(db, n);
  const type = termText(db, row.type);
  if (!isRecordType(type)) return undefined;
  const heads = headsOfRecord(db, n);
  const definition = definitionOf(type);
  const flat: [string, Json][] = [];
  for (const [field, of] of heads) {
    const head = shown(of) as Head;
    const name = field.split(/[.:]/, 1)[0] as string;
    if (definition.fields[name]?.personal) {
      // Absent means withheld, sealed or erased: the member is left out, its digest shown to nobody.
      const detached = head.value === null ? undefined : detachedValue(db, head.n, field);
      if (detached) flat.push([field, detached.value as Json]);
    } else flat.push([field, head.value]);
  }
  return {
    n,
    type,
    record: {
      id: uuidOf(row.id) as RecordId,
      ...composeMembers(definition.fields, flat),
    } as RecordOf<RecordType>,
    heads,
    conflicts: pluck<string>(
      db,
      'SELECT term.text FROM conflict JOIN term ON term.n = conflict.field WHERE record = ? ORDER BY term.text',
    ).all(n),
    judged: judgedHeads(type, heads),
  };
}

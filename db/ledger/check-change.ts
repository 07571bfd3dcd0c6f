/**
 * Strict reading of foreign changes (L11): parsed, hashed again, and every field checked against the record's
 * definition. What is wrong is said with its place; nothing is repaired.
 */
import { Change, DetachedValue, Digest, LIMITS } from '../../shared/domain/change.ts';
import { parsePath, schemaOf } from '../../shared/domain/fields.ts';
import { definitionOf, isRecordType } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { detachedHolds, hashHolds } from './hash.ts';

/** Throws a refusal naming the place (`at`, counted from 1) and the field. */
export function checkChange(input: unknown, at: number): Change {
  const parsed = Change.safeParse(input);
  if (!parsed.success)
    throw new Refusal('change.malformed', { at, field: parsed.error.issues[0]?.path.join('.') ?? '' });
  const change = parsed.data;
  if (!isRecordType(change.recordType)) throw new Refusal('change.malformed', { at, field: 'recordType' });
  if (Object.keys(change.set).length > LIMITS.fields) throw new Refusal('change.too-large', { at });
  const { fields } = definitionOf(change.recordType);
  let judgements = 0;
  for (const [flat, value] of Object.entries(change.set)) {
    const path = parsePath(fields, flat);
    const field = path && fields[path.name];
    if (!path || !field) throw new Refusal('change.malformed', { at, field: flat });
    if (field.judgement) judgements += 1;
    if (value === null) continue;
    const schema = field.personal ? Digest : schemaOf(fields, path);
    if (!schema.safeParse(value).success) throw new Refusal('change.malformed', { at, field: flat });
  }
  for (const flat of Object.keys(change.supersedes))
    if (!(flat in change.set)) throw new Refusal('change.malformed', { at, field: flat });
  // A judgement stands alone and says what it judged; nothing else may claim to have judged anything.
  if (
    judgements > 0 !== (change.seen !== undefined) ||
    (judgements > 0 && Object.keys(change.set).length !== judgements)
  )
    throw new Refusal('change.malformed', { at, field: 'seen' });
  try {
    if (!hashHolds(change)) throw new Refusal('change.hash-mismatch', { at });
  } catch (thrown) {
    if (thrown instanceof TypeError) throw new Refusal('change.malformed', { at, field: '' });
    throw thrown;
  }
  return change;
}

export function checkDetached(
  input: unknown,
  expected: (change: string, field: string) => string | undefined,
): DetachedValue {
  const parsed = DetachedValue.safeParse(input);
  if (!parsed.success) throw new Refusal('detached.mismatch', { field: '' });
  const digest = expected(parsed.data.change, parsed.data.field);
  if (digest === undefined || !detachedHolds(parsed.data, digest))
    throw new Refusal('detached.mismatch', { field: parsed.data.field });
  return parsed.data;
}

/**
 * Strict reading of foreign changes (L11): parsed, hashed again, and every field checked against the record's
 * definition. What is wrong is said with its place; nothing is repaired.
 */
import { type Change, DetachedValue, Digest, LIMITS } from '../../shared/domain/change.ts';
import { malformedAt } from '../../shared/domain/change-shape.ts';
import { type FieldPath, parsePath, schemaOf } from '../../shared/domain/fields.ts';
import { definitionOf, isRecordType } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { detachedHolds, hashedText, sha256 } from './hash.ts';

/** Throws a refusal naming the place (`at`, counted from 1) and the field. */
export function checkChange(input: unknown, at: number): Change {
  try {
    return readChange(input, at);
  } catch (thrown) {
    // What JSON cannot say (a lone surrogate), or nesting so deep that no stack holds it.
    if (thrown instanceof TypeError || thrown instanceof RangeError)
      throw new Refusal('change.malformed', { at, field: '' });
    throw thrown;
  }
}

const isSortedSet = (ids: readonly string[]): boolean =>
  ids.every((id, i) => i === 0 || (ids[i - 1] as string) < id);

function readChange(input: unknown, at: number): Change {
  const malformed = malformedAt(input);
  if (malformed !== undefined) throw new Refusal('change.malformed', { at, field: malformed });
  const change = input as Change;
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
    if (!Object.hasOwn(change.set, flat)) throw new Refusal('change.malformed', { at, field: flat });
  // A judgement stands alone and says what it judged; nothing else may claim to have judged anything.
  if (
    judgements > 0 !== (change.seen !== undefined) ||
    (judgements > 0 && Object.keys(change.set).length !== judgements)
  )
    throw new Refusal('change.malformed', { at, field: 'seen' });
  if (change.seen && !isSortedSet(change.seen)) throw new Refusal('change.malformed', { at, field: 'seen' });
  const hashed = hashedText(change);
  // Of a text three bytes to a UTF-16 unit are the most.
  if (3 * hashed.length > LIMITS.changeBytes && Buffer.byteLength(hashed) > LIMITS.changeBytes)
    throw new Refusal('change.too-large', { at });
  if (sha256(hashed) !== change.id) throw new Refusal('change.hash-mismatch', { at });
  return change;
}

/** What a digest belongs to: the change's record type and its `set`. */
export interface Digested {
  readonly recordType: string;
  readonly set: { readonly [field: string]: unknown };
}

/** A foreign value must be the one that was hashed, and one its field may have. Refuses with `detached.mismatch`. */
export function checkDetached(
  input: unknown,
  changeById: (change: string) => Digested | undefined,
): DetachedValue {
  try {
    const detached = DetachedValue.parse(input);
    const digested = changeById(detached.change);
    if (digested && belongs(detached, digested)) return detached;
  } catch {
    // Whatever cannot even be read is refused as what does not fit.
  }
  const field = (input as { field?: unknown } | null)?.field;
  throw new Refusal('detached.mismatch', { field: typeof field === 'string' ? field.slice(0, 120) : '' });
}

function belongs(detached: DetachedValue, { recordType, set }: Digested): boolean {
  if (!isRecordType(recordType) || !Object.hasOwn(set, detached.field)) return false;
  const { fields } = definitionOf(recordType);
  const path = parsePath(fields, detached.field) as FieldPath;
  const digest = Digest.safeParse(set[detached.field]);
  return (
    fields[path.name]?.personal === true &&
    digest.success &&
    schemaOf(fields, path).safeParse(detached.value).success &&
    detachedHolds(detached, digest.data.digest)
  );
}

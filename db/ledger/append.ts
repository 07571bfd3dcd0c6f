/**
 * Writes what a person does as changes. All rules about what may be done to a record are here: a field in
 * conflict waits for a resolution (L6), a withdrawn record for its restoration (L7), an erased field for ever
 * (L10). Must run inside a transaction; a refusal rolls the whole step back.
 */
import { randomUUID } from 'node:crypto';
import { type Change, type ChangeBody, LIMITS } from '../../shared/domain/change.ts';
import { type FieldPath, parsePath } from '../../shared/domain/fields.ts';
import type { ChangeId, RecordId } from '../../shared/domain/ids.ts';
import { canonical, type Json, sameJson } from '../../shared/domain/json.ts';
import { definitionOf, type RecordType } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { type Db, pluck } from '../statements.ts';
import { applyChange, detachedValue, keepDetached } from './apply.ts';
import { digestOf, newSalt, sha256 } from './hash.ts';
import { type Head, headsOf, shown } from './heads.ts';
import { HeadsView } from './heads-view.ts';
import { findRecord, findTerm, type RecordRow, uuidBytes } from './store.ts';

/** Who acts, on which copy, and the wall clock: passed in, so that tests may set it back. */
export interface Acting {
  readonly author: RecordId;
  readonly device: RecordId;
  readonly now: () => number;
}

export interface Draft {
  readonly recordType: RecordType;
  readonly recordId: RecordId;
  readonly section?: string;
  readonly set: { readonly [field: string]: Json };
  /**
   * Salts of personal fields whose value must not lie here (L10): the digest is written, the value is not kept.
   * Whoever asks for it has sealed value and salt by other means.
   */
  readonly withheld?: { readonly [field: string]: string };
  /** The heads a judgement judged; those of now where the caller does not say. */
  readonly seen?: readonly string[];
  readonly reason?: string;
  /** `gather` puts an end to a conflict by a value that holds what every head holds: nobody decides, so no reason is asked. */
  readonly intent: 'create' | 'edit' | 'withdraw' | 'restore' | 'resolve' | 'gather' | 'undo';
}

/** One user step: all changes share a group, or none is written. Returns the changes; empty where nothing differs. */
export function append(
  db: Db,
  acting: Acting,
  drafts: readonly Draft[],
  group: string = randomUUID(),
): Change[] {
  const written: Change[] = [];
  for (const draft of drafts) {
    const record = guard(db, draft);
    for (const part of splitJudgements(draft)) {
      const change = appendOne(db, acting, part, group, record);
      if (change) written.push(change);
    }
  }
  return written;
}

/** A judgement stands alone in its change, so that its `seen` speaks of nothing else. */
function splitJudgements(draft: Draft): Draft[] {
  const { fields } = definitionOf(draft.recordType);
  const plain: { [field: string]: Json } = {};
  const parts: Draft[] = [];
  for (const [field, value] of Object.entries(draft.set)) {
    const path = parsePath(fields, field);
    if (path && fields[path.name]?.judgement) parts.push({ ...draft, set: { [field]: value } });
    else plain[field] = value;
  }
  const first = Object.keys(plain).length > 0 || parts.length === 0 ? [{ ...draft, set: plain }] : [];
  return [...first, ...parts];
}

function appendOne(
  db: Db,
  acting: Acting,
  draft: Draft,
  group: string,
  known: RecordRow | undefined,
): Change | undefined {
  const definition = definitionOf(draft.recordType);
  const section = draft.section ?? 'main';
  const record = known ?? findRecord(db, draft.recordType, draft.recordId, section);
  const heads = new HeadsView(db, record?.n);
  const set: { [field: string]: Json } = {};
  const supersedes: { [field: string]: ChangeId[] } = {};
  const superseded: Head[] = [];
  const detached: { field: string; value: Json; salt: string }[] = [];
  let judgement = false;
  for (const [field, value] of Object.entries(draft.set)) {
    const path = parsePath(definition.fields, field) as FieldPath;
    const marks = definition.fields[path.name];
    const current = heads.heads(field);
    const isResolving = draft.intent === 'resolve' || draft.intent === 'gather';
    if (!isResolving && current.length > 1 && isInConflict(db, record?.n, field))
      throw new Refusal('field.in-conflict', { field });
    if (isResolving && current.length < 2) throw new Refusal('field.not-in-conflict', { field });
    if (marks?.personal && value !== null) {
      if (isErased(db, draft.recordId, field)) throw new Refusal('field.erased', { field });
      const known = current.length === 1 ? detachedValue(db, (current[0] as Head).n, field) : undefined;
      if (known && sameJson(known.value as Json, value) && !isResolving) continue;
      const withheld = draft.withheld?.[field];
      const salt = withheld ?? newSalt();
      set[field] = { digest: digestOf(salt, value) };
      if (withheld === undefined) detached.push({ field, value, salt });
    } else {
      const unchanged = current.length <= 1 && sameJson(shown(current)?.value ?? null, value);
      if (unchanged && !isResolving) {
        if (!marks?.judgement || current.length === 0) continue;
        if (sameSeen(current, draft.seen ?? heads.judged(definition.judged))) continue;
      }
      judgement ||= marks?.judgement === true;
      set[field] = value;
    }
    if (current.length === 0) continue;
    supersedes[field] = current.map((head) => head.id as ChangeId).sort();
    superseded.push(...current);
  }
  if (Object.keys(set).length === 0 && record) return undefined;

  const body: ChangeBody = {
    section,
    seq: nextSequence(db, section, acting.device),
    group,
    recordType: draft.recordType,
    recordId: draft.recordId,
    set: set as ChangeBody['set'],
    supersedes,
    ...(judgement
      ? { seen: [...new Set(draft.seen ?? heads.judged(definition.judged))].sort() as ChangeId[] }
      : {}),
    author: acting.author,
    device: acting.device,
    clock: nextClock(db),
    at: new Date(acting.now()).toISOString(),
    ...(draft.reason ? { reason: draft.reason } : {}),
  };
  const hashed = canonical(body as unknown as Json);
  const change: Change = { id: sha256(hashed) as ChangeId, ...body };
  refuseTooLarge(change, hashed);
  applyChange(
    db,
    change,
    record && { record: record.n, heads: new Map(superseded.map((head) => [head.id, head.n])) },
  );
  for (const { field, value, salt } of detached) keepDetached(db, { change: change.id, field, value, salt });
  return change;
}

/** Asked once for a whole draft: its parts follow each other and would refuse what the first of them did. */
function guard(db: Db, draft: Draft): RecordRow | undefined {
  const record = findRecord(db, draft.recordType, draft.recordId, draft.section);
  if (draft.intent === 'create') {
    if (record) throw new Refusal('record.exists');
    return undefined;
  }
  if (!record) throw new Refusal('record.missing');
  const term = findTerm(db, 'withdrawn');
  const withdrawn = term !== undefined && shown(headsOf(db, record.n, term))?.value === true;
  if (draft.intent === 'restore' && !withdrawn) throw new Refusal('record.not-withdrawn');
  if (withdrawn && ['edit', 'gather', 'withdraw'].includes(draft.intent))
    throw new Refusal('record.withdrawn');
  if (draft.intent === 'resolve' && !draft.reason) throw new Refusal('reason.required');
  return record;
}

/** What every other copy would refuse as too large must not be written here. */
function refuseTooLarge(change: Change, hashed: string): void {
  const lists = [...Object.values(change.supersedes), change.seen ?? []];
  if (
    Object.keys(change.set).length > LIMITS.fields ||
    lists.some((ids) => ids.length > LIMITS.superseded) ||
    Buffer.byteLength(hashed) > LIMITS.changeBytes
  )
    throw new Refusal('change.too-large');
}

const sameSeen = (heads: readonly Head[], seen: readonly string[]): boolean =>
  sameJson([...(heads[0]?.seen ?? [])], [...seen].sort());

export function isInConflict(db: Db, record: number | undefined, field: string): boolean {
  const term = findTerm(db, field);
  return (
    record !== undefined &&
    term !== undefined &&
    pluck(db, 'SELECT 1 FROM conflict WHERE record = ? AND field = ?').get(record, term) === 1
  );
}

function isErased(db: Db, id: string, field: string): boolean {
  const term = findTerm(db, field);
  return (
    term !== undefined &&
    pluck(db, 'SELECT 1 FROM erased WHERE target = ? AND field = ?').get(uuidBytes(id), term) === 1
  );
}

function nextSequence(db: Db, section: string, device: string): number {
  const sectionTerm = findTerm(db, section);
  const deviceTerm = findTerm(db, device);
  if (sectionTerm === undefined || deviceTerm === undefined) return 1;
  const known = sequences.get(db) ?? new Map<string, number>();
  sequences.set(db, known);
  const key = `${sectionTerm} ${deviceTerm}`;
  const last =
    known.get(key) ??
    pluck<number | null>(db, 'SELECT max(seq) FROM change WHERE section = ? AND device = ?').get(
      sectionTerm,
      deviceTerm,
    ) ??
    0;
  known.set(key, after(last));
  return after(last);
}
const sequences = new WeakMap<Db, Map<string, number>>();

/** A forged change may claim the highest number there is: then ours stand beside it, and never beyond. */
const after = (last: number): number => Math.min(last + 1, Number.MAX_SAFE_INTEGER);

/** Lamport: one more than any clock known here, of whatever section. Never taken from the wall clock. */
function nextClock(db: Db): number {
  const clock = clocks.get(db) ?? pluck<number | null>(db, 'SELECT max(clock) FROM change').get() ?? 0;
  clocks.set(db, after(clock));
  return after(clock);
}
const clocks = new WeakMap<Db, number>();

/** A merge may have brought higher clocks, a rollback taken ours back: read it anew at the next append. */
export function forgetClock(db: Db): void {
  clocks.delete(db);
  sequences.delete(db);
}

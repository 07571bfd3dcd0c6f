/** What people do to records: check, decide, write one step, answer with the record as it now is. */
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../db/ledger/append.ts';
import { findTerm } from '../../db/ledger/store.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { undoGroup, undoSlices } from '../../db/ledger/undo.ts';
import { letterOf } from '../../db/queries/history.ts';
import { composedById, getRecordView } from '../../db/queries/record-view.ts';
import { pluck } from '../../db/statements.ts';
import type { Parsed, RecordView, UndoState } from '../../shared/contract/index.ts';
import type { Change } from '../../shared/domain/change.ts';
import { Attribution } from '../../shared/domain/codes.ts';
import { expandMembers } from '../../shared/domain/fields.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Json } from '../../shared/domain/json.ts';
import { definitionOf, type EditableType, type RecordType } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { refuseRing } from './causes/rings.ts';
import { announce, type Desk, deviceOf, type OpenedDossier, type Step, writable, writeStep } from './desk.ts';
import { eraseEverywhere } from './erase.ts';
import {
  enforceAttribution,
  forgetBeside,
  scrubAfter,
  type Tightening,
  tightening,
} from './floor/attribution.ts';
import { EVERY_SESSION, floorMoved } from './floor/watch.ts';
import { refuseUnasked } from './grounds.ts';
import { inLongStep } from './long-steps.ts';
import { gatherPasted, withPasted } from './originals.ts';

type Members = { readonly [name: string]: unknown };

/**
 * Members as people write them -> flat fields; refuses with `input.invalid` and the first place that is wrong, or that
 * only an act of its own may write. `isResolving` where heads that are there already are put right.
 */
export function flatten(
  opened: OpenedDossier,
  type: RecordType,
  id: string | undefined,
  members: Members,
  { isResolving = false } = {},
) {
  const { fields } = definitionOf(type);
  const current = (name: string): string[] => {
    if (id === undefined) return [];
    try {
      const record = composedById(opened.db, type, id).record as { [member: string]: unknown };
      return Array.isArray(record[name]) ? (record[name] as string[]) : [];
    } catch {
      return [];
    }
  };
  const { flat, problems } = expandMembers(fields, members, current);
  const [problem] = problems;
  if (problem) {
    if (problem.message === 'reservation')
      throw new Refusal('position.reservation-required', { path: problem.path });
    throw new Refusal('input.invalid', { path: problem.path });
  }
  const reserved = [
    'withdrawn',
    'number',
    ...(RESERVED[type] ?? []),
    ...(isResolving ? [] : (LINEAGE[type] ?? [])),
  ];
  for (const field of Object.keys(flat)) {
    const [name = ''] = field.split(/[.:]/, 1);
    if (reserved.includes(name)) throw new Refusal('input.invalid', { path: name });
  }
  return flat;
}

/** What only the running of a session writes: who spoke, when, and how far it has come. */
const RESERVED: { readonly [T in RecordType]?: readonly string[] } = {
  point: ['level', 'seat', 'participant', 'organization', 'at'],
  session: ['phase', 'openedAt', 'closedAt', 'utcOffset', 'openingQuorum', 'closing'],
  agendaItem: ['startedAt', 'endedAt', 'spentMs'],
};

/** What only joining and splitting write. Two copies that joined one deficit twice leave a conflict to be resolved. */
const LINEAGE: { readonly [T in RecordType]?: readonly string[] } = {
  deficit: ['parents', 'origin', 'joinedInto'],
};

/** The next short number of a type on this copy: its own counter, with the copy's letter behind it. */
export function nextNumber(opened: OpenedDossier, type: RecordType, ahead = 0): string | undefined {
  if (!definitionOf(type).numbered) return undefined;
  const letter = letterOf(opened.db, deviceOf(opened.db));
  const term = findTerm(opened.db, type);
  const numbers =
    term === undefined
      ? []
      : pluck<string>(opened.db, 'SELECT number FROM item WHERE type = ? AND number IS NOT NULL').all(term);
  let highest = 0;
  for (const number of numbers) {
    const match = /^(\d+)([a-z]*)$/.exec(number);
    if (match && match[2] === letter) highest = Math.max(highest, Number(match[1]));
  }
  return `${String(highest + 1 + ahead).padStart(3, '0')}${letter}`;
}

export function draftOfCreate(
  opened: OpenedDossier,
  type: RecordType,
  id: RecordId,
  members: Members,
  ahead = 0,
  reason?: string,
): Draft {
  const flat = { ...flatten(opened, type, undefined, members) } as { [field: string]: Json };
  refuseRing(opened.db, type, id, flat);
  const number = 'number' in definitionOf(type).fields ? nextNumber(opened, type, ahead) : undefined;
  if (number) flat.number = number;
  return { recordType: type, recordId: id, set: flat, intent: 'create', ...(reason ? { reason } : {}) };
}

export function createRecord(desk: Desk, input: Parsed<'record.create'>): RecordView {
  const opened = writable(desk, input.dossier);
  if (input.type === 'dossier') throw new Refusal('record.exists');
  const id = input.id ?? (randomUUID() as RecordId);
  const members = withPasted(opened, input.type, undefined, input.members, input.pasted);
  const draft = draftOfCreate(opened, input.type, id, members, 0, input.reason);
  refuseUnasked(opened.db, input.type, undefined, draft.set);
  writeStep(desk, opened, 'create', [draft]);
  return getRecordView(opened.db, input.type, id);
}

export function editRecord(desk: Desk, input: Parsed<'record.edit'>): RecordView {
  const opened = writable(desk, input.dossier);
  const members = withPasted(opened, input.type, input.id, input.members, input.pasted);
  const set = flatten(opened, input.type, input.id, members);
  refuseRing(opened.db, input.type, input.id, set);
  refuseUnasked(opened.db, input.type, input.id, set);
  const draft: Draft = {
    recordType: input.type,
    recordId: input.id,
    set,
    intent: 'edit',
    ...(input.seen ? { seen: input.seen } : {}),
    ...(input.reason ? { reason: input.reason } : {}),
  };
  const asked = tighteningOf(opened, input.type, input.id, set);
  writeStep(desk, opened, 'edit', [draft, ...asked.drafts], {
    // Not undone: what was erased stays so.
    quiet: asked.drafts.length > 0,
    gather: gatherPasted(opened, input.type, input.id, input.pasted),
    also: () => forgetBeside(opened, asked.sessions),
  });
  scrubAfter(desk, opened, asked);
  if ('attribution' in set) floorMoved(desk, input.dossier, EVERY_SESSION);
  return getRecordView(opened.db, input.type, input.id);
}

/** What a level of attribution that is about to be written asks to be erased with it. */
function tighteningOf(
  opened: OpenedDossier,
  type: RecordType,
  id: string,
  set: { readonly [field: string]: Json },
): Tightening {
  const level = Attribution.safeParse(set.attribution);
  const isLevel = (type === 'session' || type === 'dossier') && 'attribution' in set;
  if (!isLevel) return { drafts: [], sessions: new Set() };
  if (!level.success) return tightening(opened);
  return tightening(opened, { session: type === 'session' ? id : null, level: level.data });
}

interface One {
  readonly dossier: string;
  readonly type: EditableType;
  readonly id: RecordId;
  readonly reason?: string | undefined;
}

export function withdrawRecord(desk: Desk, input: One): RecordView {
  if (input.type === 'dossier') throw new Refusal('input.invalid', { path: 'type' });
  return mark(desk, input, 'withdraw', true);
}

export const restoreRecord = (desk: Desk, input: One): RecordView => mark(desk, input, 'restore', null);

function mark(desk: Desk, input: One, intent: 'withdraw' | 'restore', withdrawn: true | null): RecordView {
  const opened = writable(desk, input.dossier);
  if (intent === 'restore') refuseRing(opened.db, input.type, input.id, {});
  writeStep(desk, opened, intent, [
    {
      recordType: input.type,
      recordId: input.id,
      set: { withdrawn },
      intent,
      ...(input.reason ? { reason: input.reason } : {}),
    },
  ]);
  return getRecordView(opened.db, input.type, input.id);
}

export function resolveConflict(desk: Desk, input: Parsed<'conflict.resolve'>): RecordView {
  const opened = writable(desk, input.dossier);
  const set = flatten(opened, input.type, input.id, { [input.field]: input.value }, { isResolving: true });
  writeStep(desk, opened, 'resolve', [
    { recordType: input.type, recordId: input.id, set, intent: 'resolve', reason: input.reason },
  ]);
  if (input.field === 'attribution') enforceAttribution(desk, opened);
  return getRecordView(opened.db, input.type, input.id);
}

export function eraseFields(desk: Desk, input: Parsed<'record.erase'>): null {
  const opened = writable(desk, input.dossier);
  const { fields } = definitionOf(input.type);
  for (const field of input.fields)
    if (!fields[field.split('.', 1)[0] as string]?.personal)
      throw new Refusal('input.invalid', { path: field });
  eraseEverywhere(desk, opened, input.type, input.id, input.fields, input.reason);
  return null;
}

export function undoState(opened: OpenedDossier): UndoState {
  return { undo: opened.undo.at(-1) ?? null, redo: opened.redo.at(-1) ?? null };
}

const IDENTIFYING_TYPES: readonly string[] = ['turn', 'presence', 'point'];

type Undone = { type: string; ids: string[] };

/** Undo and redo are the same act: the inverse of one group, appended. */
export function undo(desk: Desk, dossier: string, direction: 'undo' | 'redo'): Undone | Promise<Undone> {
  const opened = writable(desk, dossier);
  const step: Step | undefined = opened[direction].at(-1);
  if (!step) throw new Refusal('undo.nothing');
  const { db, acting } = opened;
  if (step.isLong)
    return inLongStep(desk, opened, undoSlices(db, acting, step.group)).then(
      (written) => {
        if (!written) throw new Refusal('dossier.not-open');
        return undone(desk, opened, direction, step, written);
      },
      (thrown) => notUndone(opened, direction, thrown),
    );
  let changes: Change[];
  try {
    changes = inLedger(db, () => undoGroup(db, acting, step.group));
  } catch (thrown) {
    return notUndone(opened, direction, thrown);
  }
  return undone(desk, opened, direction, step, changes);
}

/** What others have built upon cannot be undone any more: the next step back is the one before it. */
function notUndone(opened: OpenedDossier, direction: 'undo' | 'redo', thrown: unknown): never {
  if (thrown instanceof Refusal) opened[direction].pop();
  throw thrown;
}

function undone(
  desk: Desk,
  opened: OpenedDossier,
  direction: 'undo' | 'redo',
  step: Step,
  changes: readonly Change[],
): Undone {
  opened[direction].pop();
  const [first] = changes;
  const to = direction === 'undo' ? opened.redo : opened.undo;
  if (first) to.push({ ...step, group: first.group });
  announce(desk, opened, changes);
  if (changes.some(({ recordType, set }) => IDENTIFYING_TYPES.includes(recordType) || 'attribution' in set))
    enforceAttribution(desk, opened);
  return { type: step.type, ids: [...new Set(changes.map((change) => change.recordId as string))] };
}

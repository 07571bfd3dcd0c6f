/**
 * Joining, splitting and taking apart. Wordings and codes are taken up; where a constituency stands, who spoke for it,
 * how grave it finds it, evidence and comments stay where they were given, and are asked for again.
 */
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { composeRecord } from '../../../db/ledger/compose.ts';
import { findRecord } from '../../../db/ledger/store.ts';
import { composedById, getRecordView } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import type { Parsed, RecordView, Separated } from '../../../shared/contract/index.ts';
import { CONFIDENTIALITY, type Confidentiality } from '../../../shared/domain/codes.ts';
import { lineageOf } from '../../../shared/domain/duplicates/lineage.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Deficit } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, writable, writeStep } from '../desk.ts';
import { gatherPasted, withPasted } from '../originals.ts';
import { draftOfCreate, flatten } from '../records.ts';
import { familyOf } from './family.ts';
import { staysWith } from './stays.ts';

const SETS = [
  'affectedGroups',
  'grounds',
  'instruments',
  'sdgTargets',
  'sdgIndicators',
  'priorityProgrammes',
] as const;
/** Taken up where all say the same, and left open where they do not. */
const WHERE_EQUAL = ['area', 'subTopic', 'sector', 'formality', 'geography'] as const;

/** From the widest circle of readers to the narrowest; one that is not given is read by participants alone. */
const strictest = (levels: readonly (Confidentiality | undefined)[]): Confidentiality =>
  levels
    .map((level) => level ?? 'participants')
    .reduce((a, b) => (CONFIDENTIALITY.indexOf(a) >= CONFIDENTIALITY.indexOf(b) ? a : b));

function standing(db: Db, id: string): { deficit: Deficit; conflicts: readonly string[] } {
  const { record, conflicts } = composedById(db, 'deficit', id);
  if ((record as { withdrawn?: true }).withdrawn) throw new Refusal('record.withdrawn');
  return { deficit: record as Deficit, conflicts };
}

export function join(desk: Desk, input: Parsed<'duplicates.join'>): RecordView<'deficit'> {
  const opened = writable(desk, input.dossier);
  const { db } = opened;
  const ids = [...new Set(input.ids)];
  if (ids.length < 2) throw new Refusal('input.invalid', { path: 'ids' });
  const deficits = ids.map((id) => standing(db, id).deficit);
  const lineages = lineageOf(familyOf(db, ids));
  for (const id of ids) {
    if (lineages.get(id)?.joinedInto) throw new Refusal('duplicates.already-joined');
    if (lineages.get(id)?.ancestors.some((each) => ids.includes(each as RecordId)))
      throw new Refusal('duplicates.own-line');
  }
  const id = randomUUID() as RecordId;
  const members: { [name: string]: unknown } = {
    ...taken(deficits),
    ...(input.area === undefined ? {} : { area: input.area }),
    ...(input.subTopic === undefined ? {} : { subTopic: input.subTopic }),
    title: input.title,
    statement: input.statement,
  };
  writeStep(desk, opened, 'join', [
    descending(
      draftOfCreate(
        opened,
        'deficit',
        id,
        withPasted(opened, 'deficit', undefined, withoutNulls(members), input.pasted),
        0,
        input.reason,
      ),
      ids,
      'joined',
    ),
    ...ids.map((parent) => edit(parent, { joinedInto: id }, input.reason)),
  ]);
  return getRecordView(db, 'deficit', id) as RecordView<'deficit'>;
}

/** What says where a deficit came from is written here alone: the general calls refuse it. */
const descending = (draft: Draft, parents: readonly RecordId[], origin: 'joined' | 'split'): Draft => ({
  ...draft,
  set: { ...draft.set, ...Object.fromEntries(parents.map((id) => [`parents:${id}`, true])), origin },
});

const withoutNulls = (members: { [name: string]: unknown }): { [name: string]: unknown } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));

const edit = (id: RecordId, set: Draft['set'], reason: string | undefined): Draft => ({
  recordType: 'deficit',
  recordId: id,
  intent: 'edit',
  set,
  ...(reason ? { reason } : {}),
});

/** Of several deficits: all their codes, the narrowest circle of readers, and what they agree on. */
function taken(deficits: readonly Deficit[]): { [name: string]: unknown } {
  const members: { [name: string]: unknown } = {
    confidentiality: strictest(deficits.map(({ confidentiality }) => confidentiality)),
  };
  for (const name of SETS) {
    const codes = [...new Set(deficits.flatMap((deficit) => deficit[name] ?? []))].sort();
    if (codes.length > 0) members[name] = codes;
  }
  for (const name of WHERE_EQUAL) {
    const [first, ...others] = deficits.map((deficit) => JSON.stringify(deficit[name] ?? null));
    if (first !== 'null' && others.every((each) => each === first)) members[name] = deficits[0]?.[name];
  }
  return members;
}

export function split(desk: Desk, input: Parsed<'duplicates.split'>): { ids: string[] } {
  const opened = writable(desk, input.dossier);
  const { deficit } = standing(opened.db, input.id);
  const drafts = input.parts.map(({ pasted, ...part }, ahead) =>
    descending(
      draftOfCreate(
        opened,
        'deficit',
        randomUUID() as RecordId,
        withPasted(opened, 'deficit', undefined, { ...taken([deficit]), ...part }, pasted),
        ahead,
        input.reason,
      ),
      [input.id],
      'split',
    ),
  );
  writeStep(desk, opened, 'split', drafts);
  return { ids: drafts.map(({ recordId }) => recordId) };
}

/**
 * Gives every parent its own place again and withdraws the joined deficit. What people have since given to the
 * joined one stays with it, in the bin and out of reach of nobody: the answer says how much that is.
 */
export function separate(desk: Desk, input: Parsed<'duplicates.separate'>): Separated {
  const opened = writable(desk, input.dossier);
  const { db } = opened;
  const { deficit } = standing(db, input.id);
  if (deficit.origin !== 'joined') throw new Refusal('duplicates.not-joined');
  const restored: RecordId[] = [];
  const contested: RecordId[] = [];
  for (const parent of (deficit.parents ?? []) as readonly RecordId[]) {
    const row = findRecord(db, 'deficit', parent);
    const composed = row && composeRecord(db, row.n);
    const { joinedInto, withdrawn } = (composed?.record ?? {}) as Deficit & { withdrawn?: true };
    if (composed?.conflicts.includes('joinedInto')) contested.push(parent);
    // One in the bin is found there as it was: `joinedInto` a deficit that is withdrawn says nothing.
    else if (joinedInto === input.id && !withdrawn) restored.push(parent);
  }
  writeStep(desk, opened, 'separate', [
    ...restored.map((parent) => edit(parent, { joinedInto: null }, input.reason)),
    {
      recordType: 'deficit',
      recordId: input.id,
      set: { withdrawn: true },
      intent: 'withdraw',
      reason: input.reason,
    },
  ]);
  return { restored, contested, stays: staysWith(db, input.id) };
}

export function object(desk: Desk, input: Parsed<'duplicates.object'>): RecordView<'deficit'> {
  const opened = writable(desk, input.dossier);
  const { deficit } = standing(opened.db, input.id);
  if (deficit.origin === undefined) throw new Refusal('duplicates.not-joined');
  const text = input.text === '' ? null : { text: input.text, status: 'original' };
  const objection = { [input.constituency]: { [input.lang]: text } };
  const members = withPasted(opened, 'deficit', input.id, { objection }, input.pasted);
  const set = flatten(opened, 'deficit', input.id, members);
  writeStep(desk, opened, 'object', [edit(input.id, set, undefined)], {
    gather: gatherPasted(opened, 'deficit', input.id, input.pasted),
  });
  return getRecordView(opened.db, 'deficit', input.id) as RecordView<'deficit'>;
}

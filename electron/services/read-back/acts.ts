/**
 * Reading a clause back: begun on one text, answered one constituency after the other, ended by the chair's ruling
 * or without one. Each act is one transaction; none can be undone, an answer is replaced by another answer.
 */
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { getRecordView } from '../../../db/queries/record-view.ts';
import type { Parsed, ReadBackState, RecordView } from '../../../shared/contract/index.ts';
import { CONSTITUENCIES } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { isAgreed, type Position } from '../../../shared/domain/position.ts';
import type { ReadBack } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { stateOf } from '../floor/index.ts';
import { floorMoved } from '../floor/watch.ts';
import { openReadBack, quorumFor, sessionRecord, stateOfReadBack } from './state.ts';

type Ref = Parsed<'readBack.state'>;

export function state(desk: Desk, { dossier, session }: Ref, opened: OpenedDossier): ReadBackState | null {
  const readBack = openReadBack(opened, session);
  return readBack ? stateOfReadBack(desk, dossier, readBack) : null;
}

export function begin(desk: Desk, input: Parsed<'readBack.begin'>): ReadBackState {
  const opened = writable(desk, input.dossier);
  const { phase, kind } = sessionRecord(opened, input.session);
  if (kind === 'caucus') throw new Refusal('session.caucus');
  const isOpen = phase === 'open' || phase === 'suspended';
  if (!isOpen && !input.onPaper) throw new Refusal(phase === 'closed' ? 'floor.closed' : 'floor.not-open');
  if (openReadBack(opened, input.session)) throw new Refusal('read-back.open');
  const clause = getRecordView(opened.db, 'clause', input.clause) as RecordView<'clause'>;
  if (clause.withdrawn) throw new Refusal('record.withdrawn');
  if (clause.record.confidentiality === 'group-internal') throw new Refusal('projector.not-for-the-room');
  if (!Object.values(clause.record.body ?? {}).some((entry) => entry?.text.trim()))
    throw new Refusal('input.invalid', { path: 'body' });
  const conflict = clause.conflicts.find((field) => /^(body|position)\./.test(field));
  if (conflict) throw new Refusal('field.in-conflict', { field: conflict });

  const item = isOpen ? stateOf(desk, input.dossier, input.session).item : null;
  const id = randomUUID() as RecordId;
  return act(desk, opened, input, [
    {
      recordType: 'readBack',
      recordId: id,
      intent: 'create',
      set: {
        session: input.session,
        ...(item ? { item } : {}),
        clause: input.clause,
        startedAt: new Date(desk.now()).toISOString(),
        judged: [...clause.judged],
        quorum: quorumFor(desk, input.dossier, input.session) as unknown as Json,
        ...(input.onPaper ? { onPaper: true } : {}),
      },
    },
  ]);
}

/**
 * The answer of one constituency. Silence is its own value, and consent to nothing; whoever spoke has said whether
 * under a mandate or subject to consultation.
 */
export function answer(desk: Desk, input: Parsed<'readBack.answer'>): ReadBackState {
  const opened = writable(desk, input.dossier);
  const readBack = required(opened, input.session);
  const { constituency, position } = input;
  if (position.value === 'not-requested') throw new Refusal('input.invalid', { path: 'position.value' });
  const spoke = position.value !== 'absent' && !position.silent;
  if (spoke !== (position.mandate !== undefined))
    throw new Refusal('input.invalid', { path: 'position.mandate' });
  if (!spoke && (position.organizations ?? []).length > 0)
    throw new Refusal('input.invalid', { path: 'position.organizations' });
  const { readBackAt: _, ...given } = position;
  const recorded: Position =
    position.value === 'absent'
      ? given
      : { ...given, readBackAt: new Date(desk.now()).toISOString() as never };
  return act(desk, opened, input, [
    {
      recordType: 'clause',
      recordId: readBack.clause as RecordId,
      intent: 'edit',
      set: { [`position.${constituency}`]: recorded as unknown as Json },
      seen: readBack.judged ?? [],
    },
    edit(readBack, {
      [`answered.${constituency}`]: spoke ? 'answered' : position.silent ? 'silent' : 'absent',
    }),
  ]);
}

/** The chair's ruling. A confirmation wants what the rule wants, quorum at this moment, and the text as it was read. */
export function rule(desk: Desk, input: Parsed<'readBack.rule'>): ReadBackState {
  const opened = writable(desk, input.dossier);
  const readBack = required(opened, input.session);
  const now = stateOfReadBack(desk, input.dossier, readBack);
  const isComplete = CONSTITUENCIES.every((constituency) => now.answered[constituency]);
  const isGiven =
    input.ruling === 'confirmed'
      ? now.mayConfirm
      : input.ruling === 'no-agreement'
        ? !isAgreed(now.outcome) && now.quorum.met && !now.textMoved
        : true;
  if (!isComplete || !isGiven) throw new Refusal('read-back.not-agreed');
  return act(desk, opened, input, [
    edit(readBack, { ruling: input.ruling, quorum: now.quorum as unknown as Json, ...ended(desk) }),
  ]);
}

/** Ends without a ruling. What was answered stands: it is each constituency's own act. */
export function abandon(desk: Desk, input: Ref): null {
  const opened = writable(desk, input.dossier);
  act(desk, opened, input, [edit(required(opened, input.session), ended(desk))]);
  return null;
}

function required(opened: OpenedDossier, session: string): ReadBack {
  const readBack = openReadBack(opened, session);
  if (!readBack) throw new Refusal('read-back.none');
  return readBack;
}

const ended = (desk: Desk) => ({ endedAt: new Date(desk.now()).toISOString() });

const edit = (readBack: ReadBack, set: Draft['set']): Draft => ({
  recordType: 'readBack',
  recordId: readBack.id,
  intent: 'edit',
  set,
});

/** Writes, tells what follows the room, and answers with the read-back as it now is. */
function act(desk: Desk, opened: OpenedDossier, { dossier, session }: Ref, drafts: readonly Draft[]) {
  writeStep(desk, opened, 'edit', drafts, { quiet: true });
  floorMoved(desk, dossier, session);
  const id = drafts.at(-1)?.recordId as RecordId;
  return stateOfReadBack(desk, dossier, getRecordView(opened.db, 'readBack', id).record as ReadBack);
}

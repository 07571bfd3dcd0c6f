/** A person decides what copies of a round set differently. Nothing is lost by it: what was not chosen stays known. */
import type { Draft } from '../../../db/ledger/append.ts';
import { shown } from '../../../db/ledger/heads.ts';
import { changeOf, changeRow } from '../../../db/ledger/store.ts';
import { type Opening, talliesOf } from '../../../db/queries/openings.ts';
import { composedById } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { type Json, sameJson } from '../../../shared/domain/json.ts';
import { choosablePhases } from '../../../shared/domain/scoring/phase.ts';
import { type RoundPhase, SIDES } from '../../../shared/domain/scoring/types.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { flatten } from '../records.ts';
import { ballotFields } from './ballot.ts';
import { type RoundState, roundOf, rowOf } from './rounds.ts';

type Fields = { readonly [field: string]: Json };

export function resolve(desk: Desk, input: Parsed<'scoring.resolve'>) {
  const opened = writable(desk, input.dossier);
  const state = roundOf(opened.db, input.round);
  writeStep(desk, opened, 'resolve', draftsOf(opened, state, input), { quiet: true });
  return rowOf(opened.db, roundOf(opened.db, input.round));
}

function draftsOf(opened: OpenedDossier, state: RoundState, input: Parsed<'scoring.resolve'>): Draft[] {
  const { db } = opened;
  const { field, reason } = input;
  const value = input.value as Json;
  const round = input.round;
  if (field === 'openedAt') {
    const opening = state.openings.find(({ at }) => at === value);
    if (!opening) throw new Refusal('input.invalid', { path: 'value' });
    return forOpening(db, state, opening, reason);
  }
  if (!state.conflicts.includes(field)) throw new Refusal('field.not-in-conflict', { field });
  if (field === 'publicKey') return decided(db, 'round', round, ofBeginning(db, round, value), reason);
  if (field === 'phase' && !choosablePhases(state.phases).includes(value as RoundPhase))
    throw state.phase === 'opened'
      ? new Refusal('scoring.over')
      : new Refusal('input.invalid', { path: 'value' });
  return decided(db, 'round', round, flatten(opened, 'round', round, { [field]: value }), reason);
}

/** A key with the time at which that copy began. */
function ofBeginning(db: Db, round: string, key: Json): Fields {
  const heads = composedById(db, 'round', round).heads.get('publicKey') ?? [];
  const head = heads.find(({ value }) => sameJson(value, key));
  if (!head) throw new Refusal('input.invalid', { path: 'value' });
  const { fixedAt } = changeOf(db, changeRow(db, head.n)).set;
  return { publicKey: key, ...(fixedAt === undefined ? {} : { fixedAt: fixedAt as Json }) };
}

/** One opening stands as a whole: its key, its counts, and none of another's. */
function forOpening(db: Db, state: RoundState, opening: Opening, reason: string): Draft[] {
  const round = state.round.id;
  const heads = composedById(db, 'round', round).heads.get('publicKey') ?? [];
  const began =
    heads.find(({ n }) => changeOf(db, changeRow(db, n)).device === opening.device) ?? shown(heads);
  const tallies = talliesOf(db, round, opening).flatMap(({ id, cells }): Draft[] => {
    const counts = Object.fromEntries(SIDES.map((side) => [`counts.${side}`, (cells[side] ?? null) as Json]));
    return decided(db, 'tally', id as RecordId, counts, reason);
  });
  const set = {
    openedAt: opening.at,
    ...ballotFields((side) => opening.ballots[side] ?? 0),
    ...(heads.length > 1 && began ? ofBeginning(db, round, began.value) : {}),
  };
  return [...decided(db, 'round', round, set, reason), ...tallies];
}

/** Fields in conflict are resolved, others are set where they differ. */
function decided(db: Db, recordType: 'round' | 'tally', id: RecordId, set: Fields, reason: string): Draft[] {
  const { conflicts } = composedById(db, recordType, id);
  const part = (isConflict: boolean): Fields =>
    Object.fromEntries(Object.entries(set).filter(([field]) => conflicts.includes(field) === isConflict));
  const draft = (intent: 'resolve' | 'edit', fields: Fields): Draft[] =>
    Object.keys(fields).length === 0 ? [] : [{ recordType, recordId: id, intent, set: fields, reason }];
  return [...draft('resolve', part(true)), ...draft('edit', part(false))];
}

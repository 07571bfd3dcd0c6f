/**
 * A round from its preparing to its opening. No act here can be undone by the plain undo: a ballot that was taken back
 * would show in the count, and what was opened before all cannot be hidden again.
 */
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { newSalt } from '../../../db/ledger/hash.ts';
import { type Box, ballotsOf, sealedSection } from '../../../db/queries/ballots.ts';
import { composedById } from '../../../db/queries/record-view.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { RoundRow } from '../../../shared/contract/scoring.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { readCode, spell } from '../../../shared/domain/scoring/code.ts';
import { tallyOf } from '../../../shared/domain/scoring/tally.ts';
import { CRITERIA, MOST_SCORED, type Scores, SIDES } from '../../../shared/domain/scoring/types.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { draftOfCreate, flatten } from '../records.ts';
import { ballotFields, ballotSet, fullLength, readBallot, tallyDrafts } from './ballot.ts';
import { keyFrom, newBox } from './box.ts';
import { type Items, mayStillOpen, type RoundState, roundOf, rowOf, scoredOf } from './rounds.ts';

type Ref = Parsed<'scoring.begin'>;
const QUIET = { quiet: true } as const;

/** Refuses with `record.missing` and `record.withdrawn` what is not there to be scored. */
export function prepare(desk: Desk, input: Parsed<'scoring.prepare'>): RoundRow {
  const opened = writable(desk, input.dossier);
  if (Object.values(input.title).every((text) => !text))
    throw new Refusal('input.invalid', { path: 'title' });
  for (const deficit of input.deficits)
    if (composedById(opened.db, 'deficit', deficit).record.withdrawn) throw new Refusal('record.withdrawn');
  const { title, deficits, criteria } = input;
  if (input.round === undefined) {
    const id = randomUUID() as RecordId;
    const members = { title, deficits, criteria, phase: 'prepared' };
    writeStep(desk, opened, 'create', [draftOfCreate(opened, 'round', id, members)], QUIET);
    return rowOf(opened.db, roundOf(opened.db, id));
  }
  required(opened, input.round, 'prepared');
  const set = flatten(opened, 'round', input.round, { title, deficits, criteria });
  return edit(desk, opened, input.round, set);
}

/** What is scored and by what is fixed here, before anybody has scored. */
export function begin(desk: Desk, input: Ref) {
  const opened = writable(desk, input.dossier);
  const { round, deficits, criteria } = required(opened, input.round, 'prepared');
  refuseUnsettled(roundOf(opened.db, round.id));
  // What is fixed cannot be taken out again, and nobody is to score what is no longer there by itself.
  if (scoredOf(opened.db, round.id).some(({ withdrawn, joinedInto }) => withdrawn || joinedInto !== null))
    throw new Refusal('scoring.items-gone');
  const { publicKey, shares } = newBox();
  const fixedAt = new Date(desk.now()).toISOString();
  const set = { phase: 'scoring', publicKey, fixedAt };
  writeStep(
    desk,
    opened,
    'edit',
    [
      { recordType: 'round', recordId: input.round, intent: 'edit', set },
      // The box stands here: a copy handed over has the round and not the box, and takes no ballots. What is fixed
      // lies in the box as well: another copy may change the round, not knowing that it was begun.
      {
        recordType: 'round',
        recordId: input.round,
        section: sealedSection(input.round),
        intent: 'create',
        set: { publicKey, fixedAt, ...inSet('deficits', deficits), ...inSet('criteria', criteria) },
      },
    ],
    QUIET,
  );
  return {
    round: rowOf(opened.db, roundOf(opened.db, input.round)),
    codes: { G: spell(shares[0]), E: spell(shares[1]), W: spell(shares[2]) },
  };
}

export function cast(desk: Desk, input: Parsed<'scoring.cast'>): RoundRow {
  const opened = writable(desk, input.dossier);
  const state = required(opened, input.round, 'scoring');
  const { round, deficits, criteria } = state;
  const { publicKey, fixedAt = round.fixedAt ?? '' } = requiredBox(state);
  const { scores, constituency } = input;
  refuseOthers(state, scores);
  const salt = newSalt();
  const id = randomUUID() as RecordId;
  const length = fullLength(deficits, criteria);
  const set = ballotSet({
    id,
    round: round.id,
    constituency,
    scores: scores as Scores,
    salt,
    publicKey,
    length,
  });
  writeStep(
    desk,
    opened,
    'create',
    [
      {
        recordType: 'ballot',
        recordId: id,
        section: sealedSection(round.id),
        intent: 'create',
        set: { ...set, ...(input.onPaper ? { onPaper: true } : {}) },
        withheld: { scores: salt },
      },
    ],
    // All ballots bear one time: when each was given would say whose it is. It is the time of their own box, since a
    // merged round may show the beginning of another copy.
    { ...QUIET, at: Date.parse(fixedAt) || desk.now() },
  );
  return rowOf(opened.db, state);
}

/** Decrypts every ballot, holds each to its digest, and writes what may be shown: all in one step, or nothing. */
export function open(desk: Desk, input: Parsed<'scoring.open'>): RoundRow {
  const opened = writable(desk, input.dossier);
  const { db } = opened;
  const state = roundOf(db, input.round);
  const { round } = state;
  if (!mayStillOpen(db, state)) required(opened, input.round, 'scoring');
  const box = requiredBox(state);
  const { publicKey } = box;
  const shares = SIDES.map((side) => {
    const read = readCode(input.codes[side]);
    if (!read.ok) throw new Refusal('scoring.codes', { constituency: side, group: read.group });
    return read.bytes;
  });
  const key = keyFrom(shares, publicKey);
  if (!key) throw new Refusal('scoring.codes');
  const ballots = ballotsOf(db, round.id).map((stored) => ({
    constituency: stored.constituency,
    scores: readBallot(key, round.id, stored),
  }));
  const { deficits, criteria } = fixedIn(box, state);
  // What fits its digest was checked when it was cast; a file from elsewhere need not have been.
  for (const { scores } of ballots) refuseOthers({ deficits, criteria }, scores);

  const rows = tallyOf(ballots, deficits, criteria);
  const set = {
    phase: 'opened',
    openedAt: new Date(desk.now()).toISOString(),
    ...ballotFields((side) => ballots.filter(({ constituency }) => constituency === side).length),
  };
  // What another copy opened before may have been exported: it stands until a person decides.
  const [stands] = state.openings;
  const edited = { recordType: 'round', recordId: round.id, intent: 'edit' } as const;
  // Single ballots stay sealed for good: in what order they came could tell whose they were, and counts say it all.
  writeStep(
    desk,
    opened,
    'edit',
    [
      { ...edited, set },
      ...(stands
        ? [{ ...edited, set: { openedAt: stands.at, ...ballotFields((side) => stands.ballots[side] ?? 0) } }]
        : []),
      ...tallyDrafts(round.id, publicKey, rows),
    ],
    QUIET,
  );
  return rowOf(db, roundOf(db, round.id));
}

/** What was cast stays sealed for good; the deficits may be scored anew in another round. */
export function abandon(desk: Desk, input: Ref): RoundRow {
  const opened = writable(desk, input.dossier);
  const { phase, isUndecided } = roundOf(opened.db, input.round);
  if (phase === 'opened' || phase === 'abandoned') throw new Refusal('scoring.over');
  if (isUndecided) throw new Refusal('scoring.undecided');
  return edit(desk, opened, input.round, { phase: 'abandoned' });
}

function edit(desk: Desk, opened: OpenedDossier, round: RecordId, set: Draft['set']): RoundRow {
  writeStep(desk, opened, 'edit', [{ recordType: 'round', recordId: round, intent: 'edit', set }], QUIET);
  return rowOf(opened.db, roundOf(opened.db, round));
}

/** The round, if it is in that phase; the refusal says in which other it is. */
function required(opened: OpenedDossier, id: string, phase: 'prepared' | 'scoring'): RoundState {
  const state = roundOf(opened.db, id);
  const now = state.phase;
  if (state.isUndecided) throw new Refusal('scoring.undecided');
  if (now === phase) return state;
  if (now === 'opened' || now === 'abandoned') throw new Refusal('scoring.over');
  throw new Refusal(now === 'scoring' ? 'scoring.fixed' : 'scoring.not-begun');
}

function requiredBox({ box }: RoundState): Box {
  if (!box) throw new Refusal('scoring.elsewhere');
  return box;
}

/** What this copy's ballots were given for, whatever another copy has opened since. */
const fixedIn = (box: Box, { round }: RoundState): Items => {
  const criteria = box.criteria ?? round.criteria;
  return {
    deficits: box.deficits ?? round.deficits ?? [],
    criteria: CRITERIA.filter((criterion) => criteria?.includes(criterion)),
  };
};

/** What is fixed must be one thing: not what two copies set differently, not nothing, and not more than can be scored. */
function refuseUnsettled({ conflicts, deficits, criteria }: RoundState): void {
  const field = conflicts.find((each) => /^(deficits|criteria):/.test(each));
  if (field !== undefined) throw new Refusal('field.in-conflict', { field });
  if (deficits.length === 0 || deficits.length > MOST_SCORED)
    throw new Refusal('input.invalid', { path: 'deficits' });
  if (criteria.length === 0) throw new Refusal('input.invalid', { path: 'criteria' });
}

const inSet = (name: string, elements: readonly string[]): { [field: string]: true } =>
  Object.fromEntries(elements.map((element) => [`${name}:${element}`, true as const]));

/** Scores of what the round does not ask for, or none at all. Says where, never what. */
function refuseOthers({ deficits, criteria }: Items, scores: Scores): void {
  const given = Object.entries(scores).flatMap(([deficit, by]) =>
    Object.keys(by).map((criterion) => ({ deficit, criterion })),
  );
  const isAsked = given.every(
    ({ deficit, criterion }) =>
      deficits.some((each) => each === deficit) && criteria.some((each) => each === criterion),
  );
  if (given.length === 0 || !isAsked) throw new Refusal('input.invalid', { path: 'scores' });
}

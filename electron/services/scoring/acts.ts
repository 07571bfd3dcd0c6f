/**
 * A round from its preparing to its opening. No act here can be undone by the plain undo: a ballot that was taken back
 * would show in the count, and what was opened before all cannot be hidden again.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { keepDetached } from '../../../db/ledger/apply.ts';
import { digestOf, newSalt } from '../../../db/ledger/hash.ts';
import { ballotsOf, hasBox, sealedSection } from '../../../db/queries/ballots.ts';
import { composedById } from '../../../db/queries/record-view.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { RoundRow } from '../../../shared/contract/scoring.ts';
import type { ChangeId, RecordId } from '../../../shared/domain/ids.ts';
import { canonical, type Json } from '../../../shared/domain/json.ts';
import { BallotScores } from '../../../shared/domain/records/diagnosis.ts';
import type { Round } from '../../../shared/domain/records/index.ts';
import { readCode, spell } from '../../../shared/domain/scoring/code.ts';
import { openSides, tallyOf } from '../../../shared/domain/scoring/tally.ts';
import { CRITERIA, type Scores, SIDES } from '../../../shared/domain/scoring/types.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { draftOfCreate, flatten } from '../records.ts';
import { keyFrom, newBox, seal, unseal } from './box.ts';
import { roundOf, rowOf } from './rounds.ts';

type Ref = Parsed<'scoring.begin'>;
const QUIET = { quiet: true } as const;

export function prepare(desk: Desk, input: Parsed<'scoring.prepare'>): RoundRow {
  const opened = writable(desk, input.dossier);
  if (Object.values(input.title).every((text) => !text))
    throw new Refusal('input.invalid', { path: 'title' });
  for (const deficit of input.deficits) composedById(opened.db, 'deficit', deficit);
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
  required(opened, input.round, 'prepared');
  const { publicKey, shares } = newBox();
  const set = { phase: 'scoring', publicKey, fixedAt: new Date(desk.now()).toISOString() };
  writeStep(
    desk,
    opened,
    'edit',
    [
      { recordType: 'round', recordId: input.round, intent: 'edit', set },
      // The box stands here: a copy handed over has the round and not the box, and takes no ballots.
      {
        recordType: 'round',
        recordId: input.round,
        section: sealedSection(input.round),
        intent: 'create',
        set: { publicKey },
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
  const round = required(opened, input.round, 'scoring');
  requireBox(opened, round.id);
  const { scores, constituency } = input;
  refuseOthers(round, scores);
  const salt = newSalt();
  const plain = Buffer.from(canonical({ salt, scores } as unknown as Json));
  // As long as the fullest ballot would be: the length must not say what was left blank.
  const padded = Buffer.alloc(Math.max(plain.length, fullLength(round)), ' ');
  plain.copy(padded);
  writeStep(
    desk,
    opened,
    'create',
    [
      {
        recordType: 'ballot',
        recordId: randomUUID() as RecordId,
        section: sealedSection(round.id),
        intent: 'create',
        set: {
          round: round.id,
          constituency,
          ...(input.onPaper ? { onPaper: true } : {}),
          sealed: seal(round.publicKey as string, boundTo(round.id, constituency), padded),
          scores: scores as unknown as Json,
        },
        withheld: { scores: salt },
      },
    ],
    // All ballots bear one time: when each was given would say whose it is.
    { ...QUIET, at: Date.parse(round.fixedAt ?? '') || desk.now() },
  );
  return rowOf(opened.db, round);
}

/** Decrypts every ballot, holds each to its digest, and writes what may be shown: all in one step, or nothing. */
export function open(desk: Desk, input: Parsed<'scoring.open'>): RoundRow {
  const opened = writable(desk, input.dossier);
  const round = required(opened, input.round, 'scoring');
  requireBox(opened, round.id);
  const shares = SIDES.map((side) => {
    const read = readCode(input.codes[side]);
    if (!read.ok) throw new Refusal('scoring.codes', { constituency: side, group: read.group });
    return read.bytes;
  });
  const key = keyFrom(shares, round.publicKey ?? '');
  if (!key) throw new Refusal('scoring.codes');
  const ballots = ballotsOf(opened.db, round.id).map((stored) => {
    const plain = unseal(key, boundTo(round.id, stored.constituency), stored.sealed);
    return { ...stored, ...readBallot(round, plain, stored.digest) };
  });

  const deficits = round.deficits ?? [];
  const criteria = CRITERIA.filter((criterion) => round.criteria?.includes(criterion));
  const rows = tallyOf(ballots, deficits, criteria);
  const tallies = rows.map(
    ({ deficit, criterion, cells }): Draft => ({
      recordType: 'tally',
      recordId: tallyId(round.id, deficit, criterion),
      intent: 'create',
      set: {
        round: round.id,
        deficit,
        criterion,
        ...Object.fromEntries(SIDES.map((side) => [`counts.${side}`, cells[side] as Json])),
      },
    }),
  );
  const counted = SIDES.map((side) => [
    `ballots.${side}`,
    ballots.filter(({ constituency }) => constituency === side).length,
  ]);
  const set = {
    phase: 'opened',
    openedAt: new Date(desk.now()).toISOString(),
    ...(Object.fromEntries(counted) as { [field: string]: number }),
  };
  const kept = openSides(rows);
  writeStep(
    desk,
    opened,
    'edit',
    [{ recordType: 'round', recordId: round.id, intent: 'edit', set }, ...tallies],
    {
      ...QUIET,
      also: () => {
        // Of a side with a hidden cell single ballots would show what the cell hides.
        for (const { change, scores, salt, constituency } of ballots)
          if (kept.includes(constituency))
            keepDetached(opened.db, {
              change: change as ChangeId,
              field: 'scores',
              value: scores as unknown as Json,
              salt,
            });
      },
    },
  );
  return rowOf(opened.db, roundOf(opened.db, round.id));
}

/** What was cast stays sealed for good; the deficits may be scored anew in another round. */
export function abandon(desk: Desk, input: Ref): RoundRow {
  const opened = writable(desk, input.dossier);
  const { phase } = roundOf(opened.db, input.round);
  if (phase === 'opened' || phase === 'abandoned') throw new Refusal('scoring.over');
  return edit(desk, opened, input.round, { phase: 'abandoned' });
}

function edit(desk: Desk, opened: OpenedDossier, round: RecordId, set: Draft['set']): RoundRow {
  writeStep(desk, opened, 'edit', [{ recordType: 'round', recordId: round, intent: 'edit', set }], QUIET);
  return rowOf(opened.db, roundOf(opened.db, round));
}

/** The round, if it is in that phase; the refusal says in which other it is. */
function required(opened: OpenedDossier, id: string, phase: 'prepared' | 'scoring'): Round {
  const round = roundOf(opened.db, id);
  const now = round.phase ?? 'prepared';
  if (now === phase) return round;
  if (now === 'opened' || now === 'abandoned') throw new Refusal('scoring.over');
  throw new Refusal(now === 'scoring' ? 'scoring.fixed' : 'scoring.not-begun');
}

function requireBox(opened: OpenedDossier, round: string): void {
  if (!hasBox(opened.db, round)) throw new Refusal('scoring.elsewhere');
}

/** Scores of what the round does not ask for, or none at all. Says where, never what. */
function refuseOthers(round: Round, scores: Scores): void {
  const given = Object.entries(scores).flatMap(([deficit, by]) =>
    Object.keys(by).map((criterion) => ({ deficit, criterion })),
  );
  const isAsked = given.every(
    ({ deficit, criterion }) =>
      round.deficits?.some((each) => each === deficit) && round.criteria?.some((each) => each === criterion),
  );
  if (given.length === 0 || !isAsked) throw new Refusal('input.invalid', { path: 'scores' });
}

const boundTo = (round: string, constituency: string): string => `${round} ${constituency}`;

function fullLength(round: Round): number {
  const full = Object.fromEntries(
    (round.deficits ?? []).map((deficit) => [
      deficit,
      Object.fromEntries((round.criteria ?? []).map((criterion) => [criterion, 1])),
    ]),
  );
  return canonical({ salt: '0'.repeat(32), scores: full }).length;
}

/** Refuses with `detached.mismatch` what is not the ballot that was cast. */
function readBallot(
  round: Round,
  plain: Buffer | undefined,
  digest: string,
): { scores: Scores; salt: string } {
  try {
    const { salt, scores } = JSON.parse(plain?.toString('utf8') ?? '') as { salt: unknown; scores: unknown };
    const read = BallotScores.parse(scores);
    if (typeof salt === 'string' && digestOf(salt, read as unknown as Json) === digest) {
      refuseOthers(round, read);
      return { scores: read, salt };
    }
  } catch {
    // Whatever cannot even be read is refused as what does not fit.
  }
  throw new Refusal('detached.mismatch', { field: 'scores' });
}

/** Of the round's own making, so that a round opened in two copies shows as a conflict and not as two results. */
function tallyId(round: string, deficit: string, criterion: string): RecordId {
  const hex = createHash('sha256').update(`tally ${round} ${deficit} ${criterion}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as RecordId;
}

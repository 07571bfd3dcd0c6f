/** Rounds as screens list them. */
import { ballotsOf, boxKey } from '../../../db/queries/ballots.ts';
import { joinedRecords } from '../../../db/queries/joined.ts';
import { composedById, listRecords } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import type { RoundRow, ScoredDeficit } from '../../../shared/contract/scoring.ts';
import type { Deficit, Round, Tally } from '../../../shared/domain/records/index.ts';
import { CRITERIA, type Side, type TallyRow } from '../../../shared/domain/scoring/types.ts';
import { Refusal } from '../../../shared/errors.ts';

const bySide = <T>(make: (side: Side) => T): { readonly [C in Side]: T } => ({
  G: make('G'),
  E: make('E'),
  W: make('W'),
});

/** Refuses with `record.missing`; a round that was withdrawn is as good as none. */
export function roundOf(db: Db, id: string): Round {
  const round = composedById(db, 'round', id).record as Round;
  if (round.withdrawn) throw new Refusal('record.missing');
  return round;
}

export function rowOf(db: Db, round: Round): RoundRow {
  const phase = round.phase ?? 'prepared';
  const cast = phase === 'scoring' ? ballotsOf(db, round.id) : [];
  return {
    id: round.id,
    number: round.number ?? '',
    title: round.title ?? {},
    phase,
    deficits: round.deficits ?? [],
    criteria: CRITERIA.filter((criterion) => round.criteria?.includes(criterion)),
    fixedAt: round.fixedAt ?? null,
    openedAt: round.openedAt ?? null,
    ballots: bySide((side) =>
      phase === 'scoring'
        ? cast.filter(({ constituency }) => constituency === side).length
        : (round.ballots?.[side] ?? 0),
    ),
    isHere: phase === 'prepared' || boxKey(db, round.id) !== undefined,
  };
}

/** The newest first. */
export const listRounds = (db: Db): RoundRow[] =>
  listRecords(db, 'round')
    .map(({ record }) => rowOf(db, record as Round))
    .reverse();

export function resultsOf(db: Db, id: string): TallyRow[] {
  if (roundOf(db, id).phase !== 'opened') throw new Refusal('scoring.sealed');
  return listRecords(db, 'tally', { of: { field: 'round', id } }).flatMap(({ record }) => {
    const { deficit, criterion, counts } = record as Tally;
    return deficit && criterion ? [{ deficit, criterion, cells: counts ?? {} }] : [];
  });
}

/** The deficits of a round by the names they have now; those in the bin or joined since keep theirs. */
export function scoredOf(db: Db, id: string): ScoredDeficit[] {
  const joined = new Set(joinedRecords(db));
  return (roundOf(db, id).deficits ?? []).map((deficit) => {
    const { n, record } = composedById(db, 'deficit', deficit);
    const { number, title, area, withdrawn } = record as Deficit;
    return {
      id: deficit,
      number: number ?? '',
      title: title ?? {},
      area: area ?? null,
      stands: withdrawn !== true && !joined.has(n),
    };
  });
}

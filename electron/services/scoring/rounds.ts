/** Rounds as screens list them. */
import { findRecord } from '../../../db/ledger/store.ts';
import { requireMeta } from '../../../db/meta.ts';
import { type Box, ballotsOf, boxOf, isGivenUp } from '../../../db/queries/ballots.ts';
import { letterOf } from '../../../db/queries/history.ts';
import { joinedRecords } from '../../../db/queries/joined.ts';
import { type Opening, openingsOf, talliesOf } from '../../../db/queries/openings.ts';
import { composedById, listRecords } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import type { RoundRow, ScoredDeficit } from '../../../shared/contract/scoring.ts';
import type { Deficit, Round, Tally } from '../../../shared/domain/records/index.ts';
import { decidedWith, isUndecided, phaseOf } from '../../../shared/domain/scoring/phase.ts';
import {
  CRITERIA,
  type CriterionCode,
  type RoundPhase,
  type Side,
  type TallyRow,
} from '../../../shared/domain/scoring/types.ts';
import { Refusal } from '../../../shared/errors.ts';

const bySide = <T>(make: (side: Side) => T): { readonly [C in Side]: T } => ({
  G: make('G'),
  E: make('E'),
  W: make('W'),
});

/** What is scored: once begun, what was fixed then, and once opened, what was counted. */
export interface Items {
  readonly deficits: readonly string[];
  readonly criteria: readonly CriterionCode[];
}

/** A round with what copies said of it. */
export interface RoundState extends Items {
  readonly round: Round;
  /** The one that counts, whichever copies set. */
  readonly phase: RoundPhase;
  readonly phases: readonly RoundPhase[];
  readonly isUndecided: boolean;
  readonly conflicts: readonly string[];
  readonly openings: readonly Opening[];
  /** Where this copy's own ballots lie, if it began the round, nobody gave it up, and none decided for another's. */
  readonly box: Box | undefined;
}

/** Refuses with `record.missing`; a round that was withdrawn is as good as none. */
export function roundOf(db: Db, id: string): RoundState {
  const { record, conflicts, heads } = composedById(db, 'round', id);
  const round = record as Round;
  if (round.withdrawn) throw new Refusal('record.missing');
  const phases = (heads.get('phase') ?? []).map(({ value }) => value as RoundPhase);
  const phase = phaseOf(phases);
  const own = boxOf(db, id);
  const isOther = !conflicts.includes('publicKey') && own?.publicKey !== round.publicKey;
  const box = own && !isOther && !isGivenUp(db, id, own) ? own : undefined;
  const openings = phase === 'opened' ? openingsOf(db, id) : [];
  const counted = phase === 'opened' ? rowsOf(db, id, openings) : [];
  const first: Partial<Items> = counted.length > 0 ? itemsOf(counted) : (phase !== 'prepared' && box) || {};
  const criteria = first.criteria ?? round.criteria ?? [];
  return {
    round,
    phase,
    phases,
    isUndecided: isUndecided(phases),
    conflicts: [...new Set(conflicts.map(decidedWith))],
    openings,
    box,
    deficits: first.deficits ?? round.deficits ?? [],
    criteria: CRITERIA.filter((criterion) => criteria.includes(criterion)),
  };
}

const itemsOf = (rows: readonly TallyRow[]): Items => ({
  deficits: [...new Set(rows.map(({ deficit }) => deficit))],
  criteria: [...new Set(rows.map(({ criterion }) => criterion))],
});

/** The ballots of this copy are still sealed, though another copy has opened its own. */
export const mayStillOpen = (db: Db, { phase, box, openings }: RoundState): boolean =>
  phase === 'opened' &&
  box !== undefined &&
  openings.every(({ device }) => device !== requireMeta(db, 'device'));

export function rowOf(db: Db, state: RoundState): RoundRow {
  const { round, phase, box, deficits, criteria, openings } = state;
  const cast = phase === 'scoring' ? ballotsOf(db, round.id) : [];
  const [stands] = openings;
  return {
    id: round.id,
    number: round.number ?? '',
    title: round.title ?? {},
    phase,
    deficits,
    criteria,
    fixedAt: round.fixedAt ?? null,
    openedAt: stands?.at ?? round.openedAt ?? null,
    ballots: bySide((side) =>
      phase === 'scoring'
        ? cast.filter(({ constituency }) => constituency === side).length
        : ((stands?.ballots ?? round.ballots)?.[side] ?? 0),
    ),
    isHere: phase === 'prepared' || box !== undefined,
    conflicts: state.conflicts,
    isUndecided: state.isUndecided,
    mayStillOpen: mayStillOpen(db, state),
    openings: openings.map(({ id, at, ballots, device }) => ({
      id,
      at,
      ballots: bySide((side) => ballots[side] ?? 0),
      letter: letterOf(db, device),
    })),
  };
}

/** The newest first. */
export const listRounds = (db: Db): RoundRow[] =>
  listRecords(db, 'round')
    .map(({ record }) => rowOf(db, roundOf(db, record.id)))
    .reverse();

export function resultsOf(db: Db, id: string, opening?: string): TallyRow[] {
  const { phase, openings } = roundOf(db, id);
  if (phase !== 'opened') throw new Refusal('scoring.sealed');
  if (opening === undefined) return rowsOf(db, id, openings);
  const asked = openings.find((each) => each.id === opening);
  if (!asked) throw new Refusal('record.missing');
  return rowsOf(db, id, [asked, ...openings]);
}

/** Of the first of the openings. Where there is one alone, the tallies that stand are its own. */
function rowsOf(db: Db, id: string, openings: readonly Opening[]): TallyRow[] {
  const [first] = openings;
  if (first && openings.length > 1)
    return talliesOf(db, id, first).map(({ deficit, criterion, cells }) => ({ deficit, criterion, cells }));
  return listRecords(db, 'tally', { of: { field: 'round', id } }).flatMap(({ record }) => {
    const { deficit, criterion, counts } = record as Tally;
    return deficit && criterion ? [{ deficit, criterion, cells: counts ?? {} }] : [];
  });
}

/** What a round asks about, or asked about, by whichever copy and in whichever opening. */
function idsOf(db: Db, { round, deficits, openings }: RoundState): string[] {
  const others = openings.slice(1).flatMap((opening) => talliesOf(db, round.id, opening));
  return [
    ...new Set([...deficits, ...(round.deficits ?? []), ...others.map(({ deficit }) => deficit)]),
  ].filter((id) => findRecord(db, 'deficit', id));
}

const numberOf = (db: Db, id: string | undefined): string =>
  id === undefined || !findRecord(db, 'deficit', id)
    ? ''
    : ((composedById(db, 'deficit', id).record as Deficit).number ?? '');

/** The deficits of a round by the names they have now; those in the bin or joined since keep theirs. */
export function scoredOf(db: Db, id: string): ScoredDeficit[] {
  const joined = new Set(joinedRecords(db));
  return idsOf(db, roundOf(db, id)).map((deficit) => {
    const { n, record } = composedById(db, 'deficit', deficit);
    const { number, title, area, withdrawn, joinedInto } = record as Deficit;
    return {
      id: deficit,
      number: number ?? '',
      title: title ?? {},
      area: area ?? null,
      withdrawn: withdrawn === true,
      joinedInto: joined.has(n) ? numberOf(db, joinedInto) : null,
    };
  });
}

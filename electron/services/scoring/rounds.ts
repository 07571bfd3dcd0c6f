/** Rounds as screens list them, and what has been stated without one. */
import { ballotsOf, boxKey } from '../../../db/queries/ballots.ts';
import { joinedRecords } from '../../../db/queries/joined.ts';
import { composedById, listRecords } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import type { RoundRow, StatedRow } from '../../../shared/contract/scoring.ts';
import type { Deficit, Evidence, Round, Tally } from '../../../shared/domain/records/index.ts';
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

export function statedOf(db: Db): StatedRow[] {
  const items = new Map<string, Evidence[]>();
  for (const { record } of listRecords(db, 'evidence')) {
    const item = record as Evidence;
    if (item.deficit) items.set(item.deficit, [...(items.get(item.deficit) ?? []), item]);
  }
  const scored = new Set(listRecords(db, 'round').flatMap(({ record }) => (record as Round).deficits ?? []));
  const withdrawn = listRecords(db, 'deficit', { withdrawn: true }).filter(({ record }) =>
    scored.has(record.id),
  );
  // One matter is counted once: what was joined is stated where it went, unless it was scored before.
  const joined = new Set(joinedRecords(db));
  const standing = listRecords(db, 'deficit').filter(
    ({ n, record }) => !joined.has(n) || scored.has(record.id),
  );
  return [...standing, ...withdrawn].map(({ record }) => {
    const deficit = record as Deficit;
    const evidence = items.get(deficit.id) ?? [];
    const standing = (side: Side, value: 'agreed' | 'contested'): number =>
      evidence.filter((item) => item.standing?.[side] === value).length;
    return {
      id: deficit.id,
      number: deficit.number ?? '',
      title: deficit.title ?? {},
      area: deficit.area ?? null,
      withdrawn: deficit.withdrawn === true,
      severity: deficit.severity ?? {},
      prevalence: deficit.prevalence ?? {},
      evidenceStrength: deficit.evidenceStrength ?? null,
      evidence: {
        items: evidence.length,
        agreed: bySide((side) => standing(side, 'agreed')),
        contested: bySide((side) => standing(side, 'contested')),
      },
    };
  });
}

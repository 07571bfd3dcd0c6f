/**
 * Openings of a round, read from the ledger itself. Copies that began one round each open their own ballots: field by
 * field they would mix, so each opening is read whole, by its step. That also keeps the one that was not chosen.
 */
import type { Json } from '../../shared/domain/json.ts';
import type { Round, Tally } from '../../shared/domain/records/index.ts';
import { type Cells, SIDES, type TallyRow } from '../../shared/domain/scoring/types.ts';
import type { Composed, DossierSnapshot } from '../../shared/domain/snapshot.ts';
import { composeRecord } from '../ledger/compose.ts';
import { CHANGE_COLUMNS, type ChangeRow, changeOf, findRecord } from '../ledger/store.ts';
import { type Db, sql } from '../statements.ts';
import { childrenOf } from './record-view.ts';

type Ballots = NonNullable<Round['ballots']>;

export interface Opening {
  /** Of the change. */
  readonly id: string;
  /** As `openedAt` holds it. */
  readonly at: string;
  readonly ballots: Ballots;
  readonly group: string;
  readonly device: string;
}

/** The newest first: none comes before one that it supersedes. */
export const changesOf = (db: Db, record: number) =>
  sql<ChangeRow>(db, `SELECT ${CHANGE_COLUMNS} FROM change WHERE record = ? ORDER BY clock DESC, id DESC`)
    .all(record)
    .map((row) => changeOf(db, row));

/**
 * The one that stands first, the others by age. A decision between openings gives a reason; an opening never does, nor
 * does what puts back the one that stood when another was opened: it sets a time that was set before.
 */
export function openingsOf(db: Db, round: string): Opening[] {
  const row = findRecord(db, 'round', round);
  if (!row) return [];
  const changes = changesOf(db, row.n);
  const all = changes.flatMap(({ id, group, device, set, reason }, at): Opening[] => {
    if (typeof set.openedAt !== 'string' || reason !== undefined) return [];
    if (changes.slice(at + 1).some((each) => each.set.openedAt === set.openedAt)) return [];
    // One that knew of another did not write again what was the same.
    const counted = (field: string): Json =>
      changes.slice(at).find((each) => each.set[field] !== undefined)?.set[field] ?? 0;
    const ballots = Object.fromEntries(SIDES.map((side) => [side, counted(`ballots.${side}`)])) as Ballots;
    return [{ id, at: set.openedAt, ballots, group, device }];
  });
  const { openedAt } = (composeRecord(db, row.n)?.record ?? {}) as Partial<Round>;
  const stands = all.find(({ at }) => at === openedAt);
  return stands ? [stands, ...all.filter((each) => each !== stands)] : all;
}

/** What one opening wrote, and the record of each tally. */
export function talliesOf(
  db: Db,
  round: string,
  opening: Opening,
): readonly (TallyRow & { readonly id: string })[] {
  return childrenOf(db, 'tally', round).flatMap((n) => {
    const composed = composeRecord(db, n);
    const change = changesOf(db, n).find(
      ({ group, set }) => group === opening.group && SIDES.some((side) => `counts.${side}` in set),
    );
    const { deficit, criterion } = (composed?.record ?? {}) as Partial<Tally>;
    if (!composed || !change || !deficit || !criterion) return [];
    const cells = Object.fromEntries(
      SIDES.flatMap((side) => {
        const cell = change.set[`counts.${side}`];
        return cell ? [[side, cell]] : [];
      }),
    ) as Cells;
    return [{ id: composed.record.id, deficit, criterion, cells }];
  });
}

/** Of a round that copies opened apart an edition tells the opening that stands, and never a mixture. */
export function withOneOpening(db: Db, records: DossierSnapshot['records']): DossierSnapshot['records'] {
  let { round: rounds, tally: tallies } = records;
  for (const { id, openedAt } of records.round) {
    const openings = openedAt === undefined ? [] : openingsOf(db, id);
    const [opening] = openings;
    if (!opening || openings.length < 2) continue;
    const own = new Map(talliesOf(db, id, opening).map((each) => [each.id, each.cells]));
    rounds = rounds.map((each) =>
      each.id === id
        ? ({ ...each, openedAt: opening.at, ballots: opening.ballots } as Composed<'round'>)
        : each,
    );
    tallies = tallies.flatMap((each): readonly Composed<'tally'>[] => {
      if (each.round !== id) return [each];
      const counts = own.get(each.id);
      return counts ? [{ ...each, counts } as Composed<'tally'>] : [];
    });
  }
  return { ...records, round: rounds, tally: tallies };
}

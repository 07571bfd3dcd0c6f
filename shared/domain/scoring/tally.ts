/** From single ballots to what may be shown of them. */
import { countsOf, totalOf } from './spread.ts';
import { type Cell, type CriterionCode, type Scores, SIDES, type Side, type TallyRow } from './types.ts';

/** Where fewer people gave a score, it is not shown: with two, each knows what the other gave. */
export const SHOWN_FROM = 3;

export interface GivenBallot {
  readonly constituency: Side;
  readonly scores: Scores;
}

/** One row for each deficit and criterion of the round, whether or not anybody scored it. */
export function tallyOf(
  ballots: readonly GivenBallot[],
  deficits: readonly string[],
  criteria: readonly CriterionCode[],
): TallyRow[] {
  return deficits.flatMap((deficit) =>
    criteria.map((criterion) => ({
      deficit,
      criterion,
      cells: Object.fromEntries(
        SIDES.map((side) => [
          side,
          cellOf(
            ballots.filter(({ constituency }) => constituency === side),
            deficit,
            criterion,
          ),
        ]),
      ),
    })),
  );
}

function cellOf(ballots: readonly GivenBallot[], deficit: string, criterion: CriterionCode): Cell {
  if (ballots.length === 0) return { missing: 'not-asked' };
  const counts = countsOf(ballots.flatMap(({ scores }) => scores[deficit]?.[criterion] ?? []));
  return totalOf(counts) < SHOWN_FROM ? { missing: 'withheld' } : counts;
}

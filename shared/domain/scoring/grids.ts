/** Where deficits lie in the two pictures: severity by feasibility, and constituency by area. */
import type { Area } from '../codes.ts';
import { added, countsOf, type Spread, spreadOf, totalOf } from './spread.ts';
import {
  type Cell,
  type Counts,
  isShown,
  SIDES,
  type Side,
  STEPS,
  type Step,
  type TallyRow,
} from './types.ts';

/** Of one side: which deficits lie where, by the medians of its own scores. */
export interface MatrixOf {
  readonly side: Side;
  /** By severity, then by feasibility, each 1 to 4. */
  readonly cells: readonly {
    readonly severity: Step;
    readonly feasibility: Step;
    readonly deficits: readonly string[];
  }[];
  /** Not placed, since one of the two is not shown. */
  readonly notPlaced: readonly string[];
}

export function matrices(rows: readonly TallyRow[]): MatrixOf[] {
  const deficits = [...new Set(rows.map(({ deficit }) => deficit))];
  const cellFor = (deficit: string, criterion: string, side: Side): Cell | undefined =>
    rows.find((row) => row.deficit === deficit && row.criterion === criterion)?.cells[side];
  return SIDES.map((side) => {
    const placed = deficits.map((deficit) => ({
      deficit,
      severity: medianOf(cellFor(deficit, 'severity', side)),
      feasibility: medianOf(cellFor(deficit, 'feasibility', side)),
    }));
    return {
      side,
      cells: STEPS.flatMap((severity) =>
        STEPS.map((feasibility) => ({
          severity,
          feasibility,
          deficits: placed
            .filter((each) => each.severity === severity && each.feasibility === feasibility)
            .map(({ deficit }) => deficit),
        })),
      ),
      notPlaced: placed
        .filter(({ severity, feasibility }) => severity === null || feasibility === null)
        .map(({ deficit }) => deficit),
    };
  });
}

export const medianOf = (cell: Cell | undefined): Step | null =>
  isShown(cell) ? (spreadOf(cell)?.median ?? null) : null;

/** How one side sees one area. `hidden` says how many of its deficits are not in the spread. */
export interface HeatCell {
  readonly side: Side;
  readonly area: Area;
  readonly spread: Spread | null;
  readonly deficits: number;
  readonly hidden: number;
}

type Steps = { readonly [C in Side]?: number | { readonly missing: string } };

/** From the severities the constituencies stated, one a deficit. */
export function heatOfStated(
  deficits: readonly { readonly area: Area | null; readonly severity: Steps }[],
  areas: readonly Area[],
): HeatCell[] {
  // By area, once: a register may hold ten thousand of them.
  const inArea = Map.groupBy(deficits, ({ area }) => area);
  return SIDES.flatMap((side) =>
    areas.map((area) => {
      const all = inArea.get(area) ?? [];
      const given = all.flatMap(({ severity }) =>
        typeof severity[side] === 'number' ? [severity[side]] : [],
      );
      const hidden = all.length - given.length;
      return { side, area, spread: spreadOf(countsOf(given)), deficits: all.length, hidden };
    }),
  );
}

/** From the scores of an opened round, all those given to deficits of the area. */
export function heatOfTallies(
  rows: readonly TallyRow[],
  areaOf: (deficit: string) => Area | null,
  areas: readonly Area[],
): HeatCell[] {
  const severity = rows.filter(({ criterion }) => criterion === 'severity');
  return heat(areas, (area, side) =>
    severity
      .filter(({ deficit }) => areaOf(deficit) === area)
      .map(({ cells }) => {
        const cell = cells[side];
        return isShown(cell) ? cell : null;
      }),
  );
}

function heat(areas: readonly Area[], countsIn: (area: Area, side: Side) => (Counts | null)[]): HeatCell[] {
  return SIDES.flatMap((side) =>
    areas.map((area) => {
      const all = countsIn(area, side);
      const shown = all.filter((counts) => counts !== null && totalOf(counts) > 0) as Counts[];
      const sum = shown.reduce<Counts>(added, [0, 0, 0, 0]);
      return { side, area, spread: spreadOf(sum), deficits: all.length, hidden: all.length - shown.length };
    }),
  );
}

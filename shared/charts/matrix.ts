/** Severity by feasibility, of one constituency: each deficit stands where the medians of that side's scores meet. */
import { STEPS } from '../domain/scoring/types.ts';
import { element, label, mirror, type Picture, picture } from './svg.ts';

export interface Matrix extends Picture {
  /** Whose it is, above the picture. */
  readonly heading: string;
  /** Along the upright axis, and along the one that lies. */
  readonly severity: string;
  readonly feasibility: string;
  /** The four steps in the reader's digits. */
  readonly steps: readonly [string, string, string, string];
  readonly cells: readonly {
    readonly severity: number;
    readonly feasibility: number;
    /** Short numbers of the deficits that lie here. */
    readonly names: readonly string[];
  }[];
  /** What stands for the names that find no room: `+3`. */
  readonly more: (count: number) => string;
}

const LEFT = 48;
const TOP = 34;
const CELL = 76;
const LINE = 16;
const LINES = 4;
const FOOT = 44;

export function matrix(map: Matrix): string {
  const width = LEFT + 4 * CELL + 4;
  const height = TOP + 4 * CELL + FOOT;
  const at = mirror(map.isRtl, width);
  const boxes = map.cells.flatMap(({ severity, feasibility, names }) => {
    const start = LEFT + (feasibility - 1) * CELL;
    const y = TOP + (4 - severity) * CELL;
    const isFirst = severity >= 3 && feasibility >= 3;
    return [
      element('rect', {
        class: isFirst ? 'chart-first' : 'chart-cell',
        x: at(start, CELL - 3),
        y,
        width: CELL - 3,
        height: CELL - 3,
        rx: 3,
        fill: isFirst ? '#e2efee' : '#faf9f6',
        stroke: isFirst ? '#0b6065' : '#8b8a82',
        'stroke-width': isFirst ? 1.5 : 0.5,
      }),
      ...linesOf(names, map.more).map((text, n) =>
        label(
          {
            class: 'chart-text',
            x: at(start, CELL - 3) + (CELL - 3) / 2,
            y: y + 17 + n * LINE,
            'text-anchor': 'middle',
            'font-size': 12,
            'font-weight': isFirst ? 700 : 400,
          },
          text,
        ),
      ),
    ];
  });
  const soft = { class: 'chart-soft', 'font-size': 12, fill: '#454d57', 'text-anchor': 'middle' };
  const scales = STEPS.flatMap((step) => [
    label(
      { ...soft, x: at(LEFT - 10), y: TOP + (4 - step) * CELL + CELL / 2 + 2 },
      map.steps[step - 1] ?? '',
    ),
    label(
      { ...soft, x: at(LEFT + (step - 1) * CELL + CELL / 2), y: TOP + 4 * CELL + 14 },
      map.steps[step - 1] ?? '',
    ),
  ]);
  const upright = { x: at(14), y: TOP + 2 * CELL };
  return picture(
    map,
    width,
    height,
    label({ class: 'chart-text', x: at(LEFT), y: 18, 'font-size': 14, 'font-weight': 700 }, map.heading),
    ...boxes,
    ...scales,
    label(
      {
        ...soft,
        ...upright,
        'font-weight': 600,
        transform: `rotate(${map.isRtl ? 90 : -90} ${upright.x} ${upright.y})`,
      },
      map.severity,
    ),
    label({ ...soft, x: at(LEFT + 2 * CELL), y: height - 8, 'font-weight': 600 }, map.feasibility),
  );
}

/** Two names a line; the last line says how many more there are. */
function linesOf(names: readonly string[], more: (count: number) => string): string[] {
  const pairs = Array.from({ length: Math.ceil(names.length / 2) }, (_, n) =>
    names.slice(2 * n, 2 * n + 2).join('  '),
  );
  if (pairs.length <= LINES) return pairs;
  const shown = pairs.slice(0, LINES - 1);
  return [...shown, more(names.length - 2 * shown.length)];
}

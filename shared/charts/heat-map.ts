/** Constituency by area: the median as a figure and a shade, and what lies around it. */
import type { Step } from '../domain/scoring/types.ts';
import { element, inkOf, label, mirror, type Picture, picture, stepBox } from './svg.ts';

export interface HeatMap extends Picture {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly letter: string; readonly name: string }[];
  /** By row, then by column. */
  readonly cells: readonly (readonly HeatMapCell[])[];
}
export interface HeatMapCell {
  readonly step: Step | null;
  /** The median in the reader's digits, or the word for why there is none. */
  readonly figure: string;
  /** How far the scores reach; empty where there is nothing to add. */
  readonly range: string;
}

const HEAD = 168;
const COLUMN = 124;
const ROW = 60;
const TOP = 46;
const GAP = 4;

export function heatMap(map: HeatMap): string {
  const width = HEAD + map.columns.length * COLUMN;
  const height = TOP + map.rows.length * ROW;
  const at = mirror(map.isRtl, width);
  const heads = map.columns.flatMap((name, column) =>
    wrapped(name, 17).map((line, n, { length }) =>
      label(
        {
          class: 'chart-soft',
          x: at(HEAD + column * COLUMN + COLUMN / 2),
          y: TOP - 10 - (length - 1 - n) * 15,
          'text-anchor': 'middle',
          'font-size': 12,
          fill: '#454d57',
        },
        line,
      ),
    ),
  );
  const rows = map.rows.flatMap(({ letter, name }, row) => {
    const y = TOP + row * ROW + ROW / 2;
    return [
      label({ class: 'chart-text', x: at(8), y: y + 5, 'font-weight': 700 }, letter),
      label({ class: 'chart-text', x: at(34), y: y + 5 }, name),
      ...(map.cells[row] ?? []).map((cell, column) =>
        cellOf(cell, at(HEAD + column * COLUMN + GAP / 2, COLUMN - GAP), TOP + row * ROW + GAP / 2),
      ),
    ];
  });
  return picture(map, width, height, ...heads, ...rows);
}

function cellOf({ step, figure, range }: HeatMapCell, x: number, y: number): string {
  const box = { x, y, width: COLUMN - GAP, height: ROW - GAP };
  const middle = { x: x + box.width / 2, 'text-anchor': 'middle' };
  if (step === null)
    return (
      element('rect', {
        class: 'chart-none',
        rx: 3,
        ...box,
        fill: 'none',
        stroke: '#8b8a82',
        'stroke-dasharray': '3 3',
      }) +
      label(
        { class: 'chart-soft', ...middle, y: y + box.height / 2 + 4, 'font-size': 12, fill: '#454d57' },
        figure,
      )
    );
  const ink = { class: `chart-ink-${step}`, fill: inkOf(step) };
  return (
    stepBox(step, box) +
    label({ ...ink, ...middle, y: y + 23, 'font-size': 17, 'font-weight': 700 }, figure) +
    label({ ...ink, ...middle, y: y + 39, 'font-size': 11 }, range)
  );
}

/** Two lines at most; what is longer ends in a mark, and stands whole in the table. */
function wrapped(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const cut = text.lastIndexOf(' ', most);
  const first = text.slice(0, cut > 0 ? cut : most);
  const rest = text.slice(first.length).trim();
  return [first, rest.length > most ? `${rest.slice(0, most - 1)}…` : rest];
}

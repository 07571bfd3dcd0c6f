/**
 * Where the boxes of one problem tree stand: effects above, the problem in the middle, causes below.
 *
 * What is right at the problem heads a column; what lies under it stands below in that column, set in by its depth.
 * Columns stand in bands of a few, so the drawing is never wider than a page can hold. Effects are the same, upside
 * down. In a language that is read from the right the whole is its mirror image. Units are those of the SVG.
 */

import type { Point, Rect } from './svg.ts';
import type { CauseFlag, CauseKind } from './types.ts';
import { wrap } from './wrap.ts';

export const TYPE = 13;
export const SMALL = 11;
export const PADDING = 10;
export const SMALL_LINE = 16;
const COLUMN = 216;
const PROBLEM = 380;
const INSET = 16;
/** Deeper than this nothing is set in further: there would be no room left for words. */
const INSETS = 6;
const GAP = 12;
const BETWEEN = 24;
const RISE = 44;
const GUTTER = 22;
const COLUMNS = 5;
const LINES = 7;
const MARGIN = 4;

export const lineHeight = (dir: 'rtl' | 'ltr'): number => (dir === 'rtl' ? 21 : 18);

export interface TreeText {
  readonly text: string;
  readonly dir: 'rtl' | 'ltr';
}
export interface TreeItem extends TreeText {
  readonly id: string;
  readonly kind: CauseKind;
  readonly parent: string | null;
  readonly level: number;
  readonly flags: readonly CauseFlag[];
  /** Words for the flags, in the language of the picture. */
  readonly marks: readonly string[];
}
export interface TreePicture {
  readonly dir: 'rtl' | 'ltr';
  readonly problem: TreeText & { readonly id: string };
  /** Each kind in the order of its outline. */
  readonly items: readonly TreeItem[];
  /** Columns in a band at most; five where it is not said. */
  readonly columns?: number;
}

export interface TreeBox extends Rect {
  readonly id: string;
  readonly role: CauseKind | 'problem';
  readonly dir: 'rtl' | 'ltr';
  readonly lines: readonly string[];
  readonly marks: readonly string[];
  readonly flags: readonly CauseFlag[];
  /** The whole text, for those who ask for more than fits. */
  readonly whole: string;
}
export interface TreeLine {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}
export interface TreeLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly TreeBox[];
  readonly lines: readonly TreeLine[];
}

interface Half {
  /** From the middle of the problem outwards: x to both sides, y away from it. */
  readonly boxes: readonly TreeBox[];
  readonly lines: readonly TreeLine[];
}

export function layoutTree({ dir, problem, items, columns = COLUMNS }: TreePicture): TreeLayout {
  const words = wrap(problem.text, TYPE + 1, PROBLEM - 2 * PADDING, LINES);
  const middle: TreeBox = {
    id: problem.id,
    role: 'problem',
    dir: problem.dir,
    lines: words,
    marks: [],
    flags: [],
    whole: problem.text,
    x: -PROBLEM / 2,
    y: 0,
    width: PROBLEM,
    height: 2 * PADDING + SMALL_LINE + words.length * (lineHeight(problem.dir) + 1),
  };
  const below = half(
    items.filter(({ kind }) => kind === 'cause'),
    problem.id,
    columns,
  );
  const above = half(
    items.filter(({ kind }) => kind === 'effect'),
    problem.id,
    columns,
  );
  const down = moved(below, ([x, y]) => [x, y + middle.height]);
  const up = moved(above, ([x, y]) => [x, -y]);
  return framed([...up.boxes, middle, ...down.boxes], [...up.lines, ...down.lines], dir === 'rtl');
}

/** Applies a move, or a mirroring, to boxes and lines alike. */
function moved({ boxes, lines }: Half, to: (point: Point) => Point): Half {
  return {
    boxes: boxes.map((box) => {
      const [x1, y1] = to([box.x, box.y]);
      const [x2, y2] = to([box.x + box.width, box.y + box.height]);
      return { ...box, x: Math.min(x1, x2), y: Math.min(y1, y2) };
    }),
    lines: lines.map((line) => ({ ...line, points: line.points.map(to) })),
  };
}

function framed(boxes: readonly TreeBox[], lines: readonly TreeLine[], isMirrored: boolean): TreeLayout {
  const xs = [
    ...boxes.flatMap(({ x, width }) => [x, x + width]),
    ...lines.flatMap(({ points }) => points.map(([x]) => x)),
  ];
  const ys = boxes.flatMap(({ y, height }) => [y, y + height]);
  const left = Math.min(...xs) - MARGIN;
  const top = Math.min(...ys) - MARGIN;
  const width = Math.max(...xs) + MARGIN - left;
  const height = Math.max(...ys) + MARGIN - top;
  const whole = moved({ boxes, lines }, ([x, y]) => [isMirrored ? width - (x - left) : x - left, y - top]);
  return { width, height, ...whole };
}

/** One half, drawn downwards from y 0, the end of the problem's box. */
function half(items: readonly TreeItem[], problem: string, most: number): Half {
  const columns = columnsOf(items);
  if (columns.length === 0) return { boxes: [], lines: [] };
  const bands = Math.ceil(columns.length / most);
  const perBand = Math.ceil(columns.length / bands);
  const boxes: TreeBox[] = [];
  const lines: TreeLine[] = [];
  const widest = perBand * COLUMN + (perBand - 1) * BETWEEN;
  const gutter = -widest / 2 - GUTTER;
  const firstRail = RISE / 2;
  let y = RISE;
  for (let band = 0; band < bands; band += 1) {
    const inBand = columns.slice(band * perBand, (band + 1) * perBand);
    const rail = y - RISE / 2;
    let x = -(inBand.length * COLUMN + (inBand.length - 1) * BETWEEN) / 2;
    let deepest = 0;
    for (const column of inBand) {
      const at = moved(column, ([dx, dy]) => [x + dx, y + dy]);
      boxes.push(...at.boxes);
      lines.push(...at.lines);
      const head = at.boxes[0] as TreeBox;
      const middle = x + COLUMN / 2;
      // Bands further out are reached round the beginning of the nearer ones, never through them.
      const round: Point[] =
        band === 0
          ? []
          : [
              [gutter, firstRail],
              [gutter, rail],
            ];
      lines.push({
        from: problem,
        to: head.id,
        points: [[0, 0], [0, firstRail], ...round, [middle, rail], [middle, y]],
      });
      deepest = Math.max(deepest, ...at.boxes.map((box) => box.y + box.height - y));
      x += COLUMN + BETWEEN;
    }
    y += deepest + RISE;
  }
  return { boxes, lines };
}

/** A column for each item right at the problem, with what lies under it; its corner is 0, 0. */
function columnsOf(items: readonly TreeItem[]): readonly Half[] {
  const columns: { boxes: TreeBox[]; lines: TreeLine[]; y: number }[] = [];
  const boxOf = new Map<string, TreeBox>();
  for (const item of items) {
    if (item.level === 1 || columns.length === 0) columns.push({ boxes: [], lines: [], y: 0 });
    const column = columns.at(-1) as (typeof columns)[number];
    const inset = Math.min(item.level - 1, INSETS) * INSET;
    const width = COLUMN - inset;
    const words = wrap(item.text, TYPE, width - 2 * PADDING, LINES);
    const marks = item.marks.flatMap((mark) => wrap(mark, SMALL, width - 2 * PADDING, 2));
    const box: TreeBox = {
      id: item.id,
      role: item.kind,
      dir: item.dir,
      lines: words,
      marks,
      flags: item.flags,
      whole: item.text,
      x: inset,
      y: column.y,
      width,
      height:
        2 * PADDING + Math.max(1, words.length) * lineHeight(item.dir) + marks.length * (SMALL_LINE + 1),
    };
    column.boxes.push(box);
    column.y += box.height + GAP;
    boxOf.set(item.id, box);
    const parent = item.parent === null ? undefined : boxOf.get(item.parent);
    if (!parent) continue;
    const rail = parent.x + INSET / 2;
    const middle = box.y + box.height / 2;
    column.lines.push({
      from: parent.id,
      to: item.id,
      points: [
        [rail, parent.y + parent.height],
        [rail, middle],
        [box.x, middle],
      ],
    });
  }
  return columns;
}

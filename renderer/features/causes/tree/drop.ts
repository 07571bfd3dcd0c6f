/** Where a box that is dragged over the drawing would come to lie. */
import type { TreeBox, TreeLayout } from '../../../../shared/domain/causes/layout.ts';
import { mayLieUnder } from '../../../../shared/domain/causes/moves.ts';
import type { Point, Rect } from '../../../../shared/domain/causes/svg.ts';
import type { CauseRow } from '../../../../shared/domain/causes/types.ts';
import { siblingsIn } from './rows.ts';

/** How far beside a box one may let go, in units of the picture: gaps belong to the nearest box. */
const REACH = 30;
/** The share of a box at either end that means beside it; between them is under it. */
const EDGE = 0.28;
const BAR = 4;

export type Drop =
  | {
      /** What is marked: the box it comes under, or the gap beside one. */
      readonly mark: Rect;
      readonly isUnder: boolean;
      readonly place: { readonly under: string | null; readonly after?: string | null };
    }
  | { readonly mark: Rect; readonly refused: 'ring' | 'kind' };

/** Undefined where letting go changes nothing: beside all boxes, on its own, or where it lies already. */
export function dropAt(
  layout: Pick<TreeLayout, 'boxes'>,
  rows: readonly CauseRow[],
  id: string,
  point: Point,
  isRtl: boolean,
): Drop | undefined {
  const dragged = rows.find((row) => row.id === id);
  const box = nearest(layout.boxes, point);
  if (!dragged || !box || box.id === id) return undefined;
  const siblings = siblingsIn(rows, dragged.kind, dragged.parent);
  const before = siblings[siblings.indexOf(dragged) - 1]?.id ?? null;
  const at = (
    under: string | null,
    after: string | null | undefined,
    mark: Rect,
    isUnder = false,
  ): Drop | undefined => {
    const isLast = siblings.at(-1) === dragged;
    const isSame = under === dragged.parent && (after === undefined ? isLast : after === before);
    return isSame ? undefined : { mark, isUnder, place: { under, ...(after !== undefined && { after }) } };
  };
  if (box.role === 'problem') return at(null, undefined, box, true);
  const target = rows.find((row) => row.id === box.id);
  if (!target) return undefined;
  if (target.kind !== dragged.kind) return { mark: box, refused: 'kind' };
  if (!mayLieUnder(rows, id, target.id)) return { mark: box, refused: 'ring' };

  // Columns stand side by side from where reading begins; what lies under stands away from the problem.
  const isColumn = target.level === 1;
  const share = isColumn ? (point[0] - box.x) / box.width : (point[1] - box.y) / box.height;
  const isMirrored = isColumn ? isRtl : box.role === 'effect';
  const along = isMirrored ? 1 - share : share;
  const inner = siblingsIn(rows, target.kind, target.id).filter((row) => row !== dragged);
  if (along < EDGE) {
    const others = siblingsIn(rows, target.kind, target.parent).filter((row) => row !== dragged);
    return at(target.parent, others[others.indexOf(target) - 1]?.id ?? null, bar(box, isColumn, !isMirrored));
  }
  if (along <= 1 - EDGE) return at(target.id, undefined, box, true);
  const mark = bar(box, isColumn, isMirrored);
  // What follows a box with others under it is the first of those.
  return !isColumn && inner.length > 0 ? at(target.id, null, mark) : at(target.parent, target.id, mark);
}

/** A bar along the edge at which it would be put in. */
function bar(box: Rect, isColumn: boolean, isNear: boolean): Rect {
  return isColumn
    ? { ...box, x: isNear ? box.x - 2 * BAR : box.x + box.width + BAR, width: BAR }
    : { ...box, y: isNear ? box.y - 2 * BAR : box.y + box.height + BAR, height: BAR };
}

function nearest(boxes: readonly TreeBox[], [x, y]: Point): TreeBox | undefined {
  let best: TreeBox | undefined;
  let least = REACH;
  for (const box of boxes) {
    const dx = Math.max(0, box.x - x, x - box.x - box.width);
    const dy = Math.max(0, box.y - y, y - box.y - box.height);
    const distance = Math.hypot(dx, dy);
    if (distance > least || (distance === least && best)) continue;
    least = distance;
    best = box;
  }
  return best;
}

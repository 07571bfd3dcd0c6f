/** Which box of a picture an arrow key goes to: the nearest that way, as it is seen. */
import type { Rect } from '../../../../shared/domain/causes/svg.ts';

export const ARROWS = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
} as const;
export type Way = (typeof ARROWS)[keyof typeof ARROWS];

export interface Spot extends Rect {
  readonly id: string;
}

export const wayOf = (key: string): Way | undefined => ARROWS[key as keyof typeof ARROWS];

/** What lies aside counts twice, so that a straight way is preferred to a short one round a corner. */
const ASIDE = 2;
/** Of boxes that are equally near, the one whose middle is nearest. */
const MIDDLE = 0.01;

/**
 * The box to go to from `from`; undefined where nothing lies that way. Boxes must not overlap. A picture that is
 * mirrored needs nothing here: right is right on the screen.
 */
export function neighbour<T extends Spot>(boxes: readonly T[], from: string, way: Way): T | undefined {
  const start = boxes.find(({ id }) => id === from);
  if (!start) return undefined;
  const isLevel = way === 'left' || way === 'right';
  const isBack = way === 'left' || way === 'up';
  const ahead = (box: Rect): readonly [number, number] =>
    isLevel ? [box.x, box.x + box.width] : [box.y, box.y + box.height];
  const aside = (box: Rect): readonly [number, number] =>
    isLevel ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
  const [near, far] = ahead(start);
  const [low, high] = aside(start);
  let best: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const [boxNear, boxFar] = ahead(box);
    const distance = isBack ? near - boxFar : boxNear - far;
    if (box === start || distance < 0) continue;
    const [boxLow, boxHigh] = aside(box);
    const gap = Math.max(0, boxLow - high, low - boxHigh);
    const off = Math.abs(boxLow + boxHigh - low - high) / 2;
    const cost = distance + ASIDE * gap + MIDDLE * off;
    if (cost >= least) continue;
    least = cost;
    best = box;
  }
  return best;
}

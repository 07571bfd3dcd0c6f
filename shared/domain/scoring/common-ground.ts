/**
 * What the three have in common, said of each side apart: a side leans to a deficit where its median is 3 or more and
 * at least two thirds of its scores are; it leans away where both hold of 2 or less. Nothing is averaged over sides.
 */
import { spreadOf } from './spread.ts';
import { type Cells, type Counts, isShown, SIDES, type Side } from './types.ts';

export type Leaning = 'to' | 'away' | 'divided';

export type Ground =
  /** All three lean to it. */
  | 'common'
  /** All of those shown lean to it, and somebody is not shown. */
  | 'common-of-shown'
  /** One side leans to it and another away. */
  | 'split'
  | 'neither'
  /** Fewer than two sides are shown. */
  | 'not-known';

export interface GroundOf {
  readonly ground: Ground;
  readonly leanings: { readonly [C in Side]?: Leaning };
  /** Sides whose cells are not shown: nothing is said of them, and that is said. */
  readonly leftOut: readonly Side[];
}

export function leaningOf(counts: Counts): Leaning {
  const spread = spreadOf(counts);
  if (!spread) return 'divided';
  const high = counts[2] + counts[3];
  // In whole numbers: two thirds of three are two, not 1.9999.
  if (spread.median >= 3 && 3 * high >= 2 * spread.n) return 'to';
  if (spread.median <= 2 && 3 * (spread.n - high) >= 2 * spread.n) return 'away';
  return 'divided';
}

export function groundOf(cells: Cells): GroundOf {
  const leanings: { [C in Side]?: Leaning } = {};
  for (const side of SIDES) {
    const cell = cells[side];
    if (isShown(cell)) leanings[side] = leaningOf(cell);
  }
  const leftOut = SIDES.filter((side) => leanings[side] === undefined);
  return { ground: groundFrom(Object.values(leanings), leftOut.length), leanings, leftOut };
}

function groundFrom(leanings: readonly Leaning[], leftOut: number): Ground {
  if (leanings.length < 2) return 'not-known';
  if (leanings.every((each) => each === 'to')) return leftOut === 0 ? 'common' : 'common-of-shown';
  return leanings.includes('to') && leanings.includes('away') ? 'split' : 'neither';
}

/** What the scores of one side look like. Never of two sides together: there is no mean here on purpose. */
import { type Counts, STEPS, type Step } from './types.ts';

export interface Spread {
  readonly counts: Counts;
  readonly n: number;
  /** The lower of the two in the middle where they differ: a step somebody gave, and never between two steps. */
  readonly median: Step;
  readonly lowest: Step;
  readonly highest: Step;
}

export const totalOf = (counts: Counts): number => counts.reduce((sum, each) => sum + each, 0);

/** Null where nobody gave a score. */
export function spreadOf(counts: Counts): Spread | null {
  const n = totalOf(counts);
  if (n === 0) return null;
  const given = STEPS.filter((step) => (counts[step - 1] as number) > 0);
  return {
    counts,
    n,
    median: stepAt(counts, Math.floor((n - 1) / 2)),
    lowest: given[0] as Step,
    highest: given.at(-1) as Step,
  };
}

/** The step of the score at a place, counted from 0 in rising order. */
function stepAt(counts: Counts, place: number): Step {
  let passed = 0;
  for (const step of STEPS) {
    passed += counts[step - 1] as number;
    if (passed > place) return step;
  }
  throw new RangeError('place beyond the scores');
}

export function countsOf(scores: Iterable<number>): Counts {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const score of scores) if (score >= 1 && score <= 4) counts[score - 1] = (counts[score - 1] ?? 0) + 1;
  return counts;
}

export const added = (one: Counts, other: Counts): Counts =>
  [one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]] as const;

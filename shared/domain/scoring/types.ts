/** What scoring is spoken of in. Free of schemas, since the page imports it. */
import type { Constituency } from '../codes.ts';
import type { CRITERIA as Stored } from '../records/diagnosis.ts';

export const SIDES = ['G', 'E', 'W'] as const satisfies readonly Constituency[];
export type Side = Constituency;

export type CriterionCode = (typeof Stored)[number];
export const CRITERIA = ['severity', 'feasibility', 'urgency', 'reach'] as const satisfies typeof Stored;

export const isCriterion = (code: string): code is CriterionCode => CRITERIA.some((each) => each === code);

export const ROUND_PHASES = ['prepared', 'scoring', 'opened', 'abandoned'] as const;
export type RoundPhase = (typeof ROUND_PHASES)[number];

/** 1 low to 4 high, in words of its own for each criterion. */
export const STEPS = [1, 2, 3, 4] as const;
export type Step = (typeof STEPS)[number];

/** More deficits than these nobody scores in one sitting. */
export const MOST_SCORED = 60;

/** More than these are found in the register itself. */
export const MOST_STATED = 300;

/** How often each step from 1 to 4 was given. */
export type Counts = readonly [number, number, number, number];
/** Nothing was asked of a side that gave no ballot; of fewer than three people nothing is shown. */
export type Cell = Counts | { readonly missing: 'withheld' | 'not-asked' | 'not-known' };
export type Cells = { readonly [C in Side]?: Cell };

/** One person's scores: by deficit, by criterion. */
export type Scores = { readonly [deficit: string]: { readonly [C in CriterionCode]?: number } };

export interface TallyRow {
  readonly deficit: string;
  readonly criterion: CriterionCode;
  readonly cells: Cells;
}

export const isShown = (cell: Cell | undefined): cell is Counts => Array.isArray(cell);

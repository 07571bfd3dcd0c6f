/**
 * What the pure functions of the floor speak of. Types only, and the constants beside: the page imports this, so
 * nothing here or in its neighbours may import zod at run time.
 */
import type { Constituency, Seat } from '../codes.ts';
import type { Sex, Speaker, TurnKind } from './constants.ts';

export * from './constants.ts';

export interface Person {
  readonly participant: string | null;
  readonly organization: string | null;
  readonly sex: Sex | null;
  readonly seat: Seat;
}
/** People present in one seat, by sex. */
export type Cells = { readonly [S in Sex]: number };

export type Counts = {
  readonly [C in Constituency]: { readonly present: number; readonly entitled: number };
};

/** One reading of both clocks, in milliseconds: `mono` never goes back, `wall` is what people read. */
export interface Tick {
  readonly mono: number;
  readonly wall: number;
}
export type Jump =
  | { readonly kind: 'gap'; readonly ms: number }
  /** Signed: forward is positive. */
  | { readonly kind: 'wall'; readonly ms: number };
export interface Clock {
  readonly last: Tick;
  readonly elapsedMs: number;
  readonly heldMs: number;
  readonly isHeld: boolean;
}

export interface Sum {
  readonly ms: number;
  readonly turns: number;
}
export interface TurnFact {
  readonly speaker: Speaker;
  readonly kind: TurnKind;
  readonly sex: Sex | null;
  readonly ms: number;
}
/** Share of speaking time that each constituency should have, between 0 and 1, and its budget. */
export type Targets = {
  readonly [C in Constituency]: { readonly target: number; readonly budgetMs: number | null };
};
export interface Balance {
  readonly time: { readonly [S in Speaker]: Sum };
  readonly sex: { readonly [S in Sex | 'withheld']: Sum };
  readonly pointsOfOrder: Sum;
  readonly shares: {
    readonly [C in Constituency]: {
      /** Null where nobody has spoken. */
      readonly share: number | null;
      readonly target: number;
      readonly budgetMs: number | null;
    };
  };
  readonly totalMs: number;
}

/** One who waits for the floor. `person` is a participant's id, or what stands for it in memory. */
export interface Entry {
  readonly id: string;
  readonly seat: Seat;
  readonly turn: TurnKind;
  readonly sinceMs: number;
  readonly person: string | null;
  readonly spokesperson: boolean;
  readonly sex: Sex | null;
}
/** What the order of the list looks at: who has spoken, and how long. */
export interface Heard {
  readonly last: Seat | null;
  readonly bySeat: { readonly [S in Seat]: Sum };
  readonly persons: ReadonlySet<string>;
  readonly bySex: { readonly [S in Sex]: Sum };
  readonly spokespersons: readonly Constituency[];
}

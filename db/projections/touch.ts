import type { Bodies } from '../ledger/heads.ts';

/** What one or more changes mean for one record, as the projections are told of it. */
export interface Touch {
  readonly record: number;
  readonly recordType: string;
  /** Flat fields whose heads moved. */
  readonly fields: readonly string[];
  readonly bodies: Bodies;
  /** Lowest clock among the changes, and the wall time of that change, in milliseconds. */
  readonly first: Moment;
  /** Latest wall time among the changes, in milliseconds. */
  readonly edited: number;
  /** The record's first change here: its rows are made. */
  readonly fresh: boolean;
  /** Made here and now, so that its clock is above all others: it cannot be the record's first by clock. */
  readonly newest: boolean;
  /** Whether a field came into conflict or out of it. */
  readonly conflictsMoved: boolean;
}

export interface Moment {
  readonly clock: number;
  readonly at: number;
}

import type { Change } from '../../shared/domain/change.ts';
import type { Bodies } from '../ledger/heads.ts';

/** What one change means for one record, as the projections are told of it. */
export interface Touch {
  readonly record: number;
  readonly recordType: string;
  readonly change: Change;
  /** Flat fields whose heads moved. */
  readonly fields: readonly string[];
  readonly bodies: Bodies;
  /** The record's first change here: its rows are made. */
  readonly fresh: boolean;
  /** Made here and now, so that its clock is above all others: it cannot be the record's first by clock. */
  readonly newest: boolean;
  /** Whether a field came into conflict or out of it. */
  readonly conflictsMoved: boolean;
}

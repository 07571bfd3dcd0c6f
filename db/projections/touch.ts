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
  /** Whether a field came into conflict or out of it. */
  readonly conflictsMoved: boolean;
}

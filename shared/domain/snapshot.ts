/** The whole of a dossier at one moment, read from its projections: what editions are made of. */
import type { Constituency } from './codes.ts';
import type { Position } from './position.ts';
import type { RecordOf, RecordType } from './records/index.ts';

/** What the ledger knows of a record beside its members. */
export interface RecordState {
  /** Flat fields in conflict; the members show the head with the highest (clock, id). */
  readonly conflicts: readonly string[];
  /** Constituencies whose position judged a text that has changed since. */
  readonly changedSince: readonly Constituency[];
  /** The other heads of positions in conflict: a reservation must not vanish behind a winner. */
  readonly otherPositions: { readonly [C in Constituency]?: readonly Position[] };
  /** Wall time of the newest change, for people. */
  readonly editedAt: string;
  readonly createdAt: string;
}

export type Composed<T extends RecordType> = RecordOf<T> & { readonly state: RecordState };

export interface DossierSnapshot {
  /** L9 version id of section main. */
  readonly versionId: string;
  /** The wall time of the newest change: documents take their date from it, never from today. */
  readonly asOf: string;
  readonly gaps: number;
  readonly records: { readonly [T in RecordType]: readonly Composed<T>[] };
}

import { z } from 'zod';
import type { Constituency } from '../domain/codes.ts';
import { RecordId } from '../domain/ids.ts';
import { LANGS, type Labels, type Lang } from '../domain/languages.ts';
import type { Outcome } from '../domain/position.ts';
import { EDITABLE_TYPES, type RecordOf, type RecordType } from '../domain/records/index.ts';

export const DossierRef = z.object({ dossier: RecordId });
export const Language = z.enum(LANGS);
export const Editable = z.enum(EDITABLE_TYPES);
export const UploadId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** A file the host will hand to the person: fetched by id in the browser, saved by a native dialog on the desktop. */
export interface Download {
  readonly downloadId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
}

/** One record with what the ledger knows of it. */
export interface RecordView<T extends RecordType = RecordType> {
  readonly type: T;
  readonly record: RecordOf<T>;
  readonly withdrawn: boolean;
  /** Flat fields with several distinct heads; edits of them are refused until a person resolves. */
  readonly conflicts: readonly string[];
  /** Heads of the texts a judgement would look at now: handed back as `seen` with a position. */
  readonly judged: readonly string[];
  /** Constituencies whose position judged a text that has changed since. */
  readonly changedSince: readonly Constituency[];
  /** The withdrawal judged texts that others have edited since. */
  readonly editedAfterWithdrawal: boolean;
  readonly outcome: Outcome | null;
  readonly createdAt: string;
  readonly editedAt: string;
}

export type VerificationState = 'pending' | 'ok' | 'failed';
export type ReadOnlyReason = 'derived' | 'damaged' | 'newer' | null;

/** What the shell shows of an open dossier. */
export interface DossierInfo {
  readonly dossier: string;
  readonly fileName: string;
  readonly title: Labels;
  readonly country: string | null;
  readonly languages: readonly Lang[];
  readonly authenticLanguage: Lang | null;
  readonly illustrative: boolean;
  readonly readOnly: ReadOnlyReason;
  readonly verification: VerificationState;
  readonly counts: { readonly [type: string]: number };
  readonly withdrawn: number;
  readonly conflicts: number;
  readonly gaps: number;
  readonly areaLabels: { readonly [area: string]: Labels };
  readonly constituencyLabels: { readonly [constituency: string]: Labels };
}

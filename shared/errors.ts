/**
 * Error codes, results and refusals.
 *
 * Expected failures are values with a code; the page makes the sentence (what happened, what is safe,
 * what to do). Bugs throw and are shown as bugs. `details` hold machine values only: never a text of the
 * dossier, never a name, since errors reach logs and screens of people who may not read the record.
 */

export const ERROR_CODES = [
  // files
  'file.missing',
  'file.exists',
  'file.not-a-dossier',
  'file.newer-format',
  'file.corrupt',
  'file.held',
  'file.folder-read-only',
  'file.too-large',
  'file.unreadable',
  'disk.full',
  // dossier state
  'dossier.not-open',
  'dossier.read-only',
  'dossier.unverified',
  'dossier.damaged',
  'dossier.other',
  // records
  'record.missing',
  'record.exists',
  'record.withdrawn',
  'record.not-withdrawn',
  'field.in-conflict',
  'field.not-in-conflict',
  'field.erased',
  'reason.required',
  'position.reservation-required',
  'position.reservation-parted',
  'undo.nothing',
  'undo.superseded',
  'undo.not-yours',
  // ledger import
  'change.malformed',
  'change.hash-mismatch',
  'change.too-large',
  'detached.mismatch',
  'merge.derived',
  // packages
  'package.malformed',
  'package.hostile',
  'package.checksum',
  'package.incomplete',
  'package.newer-format',
  // export
  'export.internal-edition',
  'export.no-language',
  'export.name-found',
  'job.cancelled',
  'job.failed',
  // a running session
  'floor.not-open',
  'floor.closed',
  'floor.moved-on',
  'floor.entry-gone',
  'floor.full',
  'session.caucus',
  'read-back.open',
  'read-back.none',
  'read-back.not-agreed',
  'minutes.not-closed',
  'minutes.past-deadline',
  'projector.not-for-the-room',
  // import
  'import.too-large',
  'import.too-many-rows',
  'import.hostile',
  'import.not-a-table',
  'import.quotes',
  'import.empty',
  'import.stale',
  // grounds
  'grounds.not-asked',
  // causes
  'causes.cycle',
  'causes.linked',
  // scoring
  'scoring.fixed',
  'scoring.items-gone',
  'scoring.not-begun',
  'scoring.sealed',
  'scoring.over',
  'scoring.codes',
  'scoring.elsewhere',
  'scoring.undecided',
  // duplicates
  'duplicates.already-joined',
  'duplicates.own-line',
  'duplicates.not-joined',
  // attachments, uploads
  'attachment.too-large',
  'upload.missing',
  // boundary
  'input.invalid',
  'channel.unknown',
  'channel.forbidden',
  'host.unreachable',
  'bug',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
export type ErrorDetails = { readonly [key: string]: string | number | boolean | null };

export interface AppError {
  readonly code: ErrorCode;
  readonly details?: ErrorDetails | undefined;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const err = (code: ErrorCode, details?: ErrorDetails): Result<never> => ({
  ok: false,
  error: details ? { code, details } : { code },
});

/** Thrown inside services and the ledger to leave a transaction; becomes a `Result` at the service boundary. */
export class Refusal extends Error {
  readonly error: AppError;

  constructor(code: ErrorCode, details?: ErrorDetails) {
    super(code);
    this.name = 'Refusal';
    this.error = details ? { code, details } : { code };
  }
}

export const isRefusal = (thrown: unknown): thrown is Refusal => thrown instanceof Refusal;

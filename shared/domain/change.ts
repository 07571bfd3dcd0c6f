/**
 * A change: who set which fields of which record to what, knowing which earlier changes (rule L1).
 *
 * `id` is the SHA-256, in hex, of the RFC 8785 canonical JSON of everything else. Once written a change is
 * never altered; all that screens show is a projection of the set of changes.
 */
import { z } from 'zod';
import { CONSTITUENCIES } from './codes.ts';
import { ChangeId, type RecordId } from './ids.ts';
import type { Json } from './json.ts';

/** The format of dossiers and changes. Raised when an older version could misread what a newer one writes. */
export const LEDGER_FORMAT = 1;

/** Parts of a dossier that are copied, merged and versioned apart: a caucus's own, and sealed rounds. */
export const Section = z
  .string()
  .max(80)
  .refine(
    (s) =>
      s === 'main' ||
      CONSTITUENCIES.some((c) => s === `caucus:${c}`) ||
      /^sealed:[A-Za-z0-9][A-Za-z0-9-]{0,40}$/.test(s),
    'a section',
  );
export type Section = string;

/** What a detached field holds in `set`: the digest of salt and value; the value itself lies apart (L10). */
export const Digest = z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) });
export type Digest = z.infer<typeof Digest>;

/** Hard limits on what a foreign change may hold (L11). */
export const LIMITS = { fields: 400, superseded: 2000, reason: 2000, changeBytes: 1_000_000 } as const;

const FlatField = z.string().min(1).max(120);
const Value = z.json() as z.ZodType<Json>;

/** A change without its id: exactly what is hashed. Members that are absent are absent in the hash as well. */
export interface ChangeBody {
  readonly section: Section;
  readonly seq: number;
  readonly group: string;
  readonly recordType: string;
  readonly recordId: RecordId;
  readonly set: { readonly [field: string]: Json };
  readonly supersedes: { readonly [field: string]: readonly ChangeId[] };
  /** Sorted head ids of what a judgement judged. */
  readonly seen?: readonly ChangeId[];
  readonly author: RecordId;
  readonly device: RecordId;
  readonly clock: number;
  /** Wall time, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly reason?: string;
}
export interface Change extends ChangeBody {
  readonly id: ChangeId;
}

/** The value behind a digest, as it travels beside the changes of a hand-over. Never part of an export. */
export const DetachedValue = z.strictObject({
  change: ChangeId,
  field: FlatField,
  value: Value,
  salt: z.string().regex(/^[0-9a-f]{32}$/),
});
export type DetachedValue = z.infer<typeof DetachedValue>;

/**
 * What is known to be missing (L5): a change that others supersede, numbers a device must have used, or two
 * changes that claim one number (a copy that kept its device id, or a tail that was lost and written anew).
 */
export type Gap =
  | { readonly kind: 'superseded'; readonly section: string; readonly change: string }
  | {
      readonly kind: 'sequence';
      readonly section: string;
      readonly device: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'fork'; readonly section: string; readonly device: string; readonly seq: number };

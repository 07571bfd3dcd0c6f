import { z } from 'zod';

/**
 * UUIDs in lower case only: they lie on the disk as bytes, and one that came back in another case than it was
 * hashed in would make its change look forged.
 */
export const Uuid = z.uuid().regex(/^[0-9a-f-]+$/);

/** Record ids are UUIDv4; change ids are SHA-256 in hex. Brands keep one from standing in for the other. */
export const RecordId = Uuid.brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;

export const ChangeId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ChangeId'>();
export type ChangeId = z.infer<typeof ChangeId>;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** ISO 8601 calendar date, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();
/** A month or a day: plans often know only the month. */
export const IsoMonthOrDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/);
/** Wall-clock instant in UTC with milliseconds, shown to people and never used to order. */
export const IsoInstant = z.iso.datetime({ precision: 3 });

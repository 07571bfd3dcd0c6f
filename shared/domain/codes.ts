/** The small closed vocabularies that rules depend on; open codelists live in `shared/reference`. */
import { z } from 'zod';
import { SEXES, SPEAKERS, TURN_KINDS } from './floor/constants.ts';

/** The three constituencies: government, employers, workers. */
export const CONSTITUENCIES = ['G', 'E', 'W'] as const;
export const Constituency = z.enum(CONSTITUENCIES);
export type Constituency = z.infer<typeof Constituency>;

/** A participant sits in a constituency or is invited. */
export const SEATS = ['G', 'E', 'W', 'invited'] as const;
export const Seat = z.enum(SEATS);
export type Seat = z.infer<typeof Seat>;

export const Speaker = z.enum(SPEAKERS);
export type Speaker = z.infer<typeof Speaker>;
export const TurnKind = z.enum(TURN_KINDS);
export type TurnKind = z.infer<typeof TurnKind>;
export const Sex = z.enum(SEXES);
export type Sex = z.infer<typeof Sex>;

export const AREAS = ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6'] as const;
export const Area = z.enum(AREAS);
export type Area = z.infer<typeof Area>;

/** Who may read a record. What each level lets through is decided in `edition.ts` alone. */
export const CONFIDENTIALITY = [
  'public',
  'attributed-group',
  'chatham-house',
  'secretariat',
  'embargoed',
  'participants',
  'group-internal',
] as const;
export const Confidentiality = z.enum(CONFIDENTIALITY);
export type Confidentiality = z.infer<typeof Confidentiality>;

/** How far a statement names its speaker. */
export const ATTRIBUTIONS = ['named', 'organization', 'group', 'none'] as const;
export const Attribution = z.enum(ATTRIBUTIONS);
export type Attribution = z.infer<typeof Attribution>;

/** Where one constituency stands on one thing. "No agreement" is an outcome of the room and not among them. */
export const POSITION_VALUES = [
  'agree',
  'agree-with-reservation',
  'does-not-agree',
  'divided',
  'no-position',
  'absent',
  'not-requested',
] as const;
export const PositionValue = z.enum(POSITION_VALUES);
export type PositionValue = z.infer<typeof PositionValue>;

export const ABSENCE_REASONS = ['not-invited', 'declined', 'withdrew', 'unable'] as const;
export const AbsenceReason = z.enum(ABSENCE_REASONS);
export type AbsenceReason = z.infer<typeof AbsenceReason>;

/** An open code: letters, digits and the few marks codelists use. Whether it exists is a finding, not a refusal. */
export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/);
/** ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
/** ISO 3166-1 alpha-3. */
export const Country = z.string().regex(/^[A-Z]{3}$/);
export const Year = z.string().regex(/^(19|20|21)\d{2}$/);

/** Money in integer minor units (cents, millimes) of one currency; amount and currency are one value (L3). */
export const Money = z.strictObject({
  amount: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  currency: Currency,
});
export type Money = z.infer<typeof Money>;

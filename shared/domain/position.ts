/**
 * A constituency's position and what follows from three of them.
 *
 * A position is one atomic value, so no merge can part a reservation from it; the heads it judged are in the
 * `seen` of the change that set it. The outcome is always computed and never typed.
 */
import { z } from 'zod';
import { CONSTITUENCIES, type Constituency, PositionValue } from './codes.ts';
import { TEXT_STATUSES } from './fields.ts';
import { IsoInstant, RecordId } from './ids.ts';
import { LANGS } from './languages.ts';

const entry = z.strictObject({ text: z.string().min(1).max(20_000), status: z.enum(TEXT_STATUSES) });
const texts = z
  .strictObject({ ar: entry.optional(), en: entry.optional(), fr: entry.optional(), es: entry.optional() })
  .refine((t) => LANGS.some((lang) => t[lang]), 'a text in at least one language');

/** Values that a reservation or a note of dissent may qualify. */
const QUALIFIED = ['agree-with-reservation', 'does-not-agree', 'divided', 'no-position'] as const;

const stanceShape = { value: PositionValue, reservation: texts.optional() };
const reservationRule = (stance: { value: PositionValue; reservation?: unknown }): boolean =>
  stance.value === 'agree-with-reservation'
    ? stance.reservation !== undefined
    : stance.reservation === undefined || (QUALIFIED as readonly string[]).includes(stance.value);

export const Position = z
  .strictObject({
    ...stanceShape,
    /** Whether the spokesperson was mandated to answer, or answers subject to consultation. */
    mandate: z.enum(['mandated', 'subject-to-consultation']).optional(),
    /** Organizations that differ from, or are named with, the position of their constituency. */
    organizations: z
      .array(
        z.strictObject({ organization: RecordId, ...stanceShape }).refine(reservationRule, 'reservation'),
      )
      .max(100)
      .optional(),
    /** When the text was read back to the constituency in the room. */
    readBackAt: IsoInstant.optional(),
    /** Asked in the room and did not answer: recorded as silence, which is consent to nothing. */
    silent: z.literal(true).optional(),
  })
  .refine(reservationRule, 'reservation')
  .refine((position) => !position.silent || position.value === 'no-position', 'silent');
export type Position = z.infer<typeof Position>;
export type Positions = { readonly [C in Constituency]?: Position };

/** How a decision is reached, in a form that can be computed. */
export const DecisionRule = z.discriminatedUnion('kind', [
  /** Nobody stands against it: a constituency without a position does not block. */
  z.strictObject({ kind: z.literal('consensus') }),
  /** Each of the three constituencies agrees, with or without reservation. */
  z.strictObject({ kind: z.literal('each-constituency') }),
  /** A share of votes; needs a count, which positions alone do not give. */
  z.strictObject({
    kind: z.literal('qualified-majority'),
    numerator: z.int().min(1).max(100),
    denominator: z.int().min(1).max(100),
    base: z.enum(['present', 'entitled']),
  }),
]);
export type DecisionRule = z.infer<typeof DecisionRule>;

export const QuorumRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('share-of-each'),
    numerator: z.int().min(1).max(100),
    denominator: z.int().min(1).max(100),
  }),
  z.strictObject({ kind: z.literal('number-of-each'), number: z.int().min(1).max(1000) }),
]);
export type QuorumRule = z.infer<typeof QuorumRule>;

export const OUTCOMES = [
  'not-put',
  'awaiting',
  'needs-count',
  'agreed',
  'agreed-with-reservation',
  'no-agreement',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What the three positions amount to under the rule. A constituency that is absent or was not asked leaves the
 * outcome open ('awaiting'), so does one that was silent, and so does a position in conflict (`contested`), since
 * nobody has said yet which of its values stands: an outcome is computed from positions that were taken, never typed,
 * and agreement is never presumed from silence.
 */
export function outcomeOf(
  positions: Positions | undefined,
  rule: DecisionRule = { kind: 'consensus' },
  contested = false,
): Outcome {
  const values = CONSTITUENCIES.map((constituency) => positions?.[constituency]?.value ?? 'not-requested');
  const some = (...wanted: readonly string[]): boolean => values.some((v) => wanted.includes(v));
  if (values.every((v) => v === 'not-requested')) return 'not-put';
  if (some('does-not-agree', 'divided')) return 'no-agreement';
  const isSilent = CONSTITUENCIES.some((constituency) => positions?.[constituency]?.silent);
  if (contested || isSilent || some('not-requested', 'absent')) return 'awaiting';
  if (rule.kind === 'qualified-majority') return 'needs-count';
  if (some('no-position') && (rule.kind === 'each-constituency' || !some('agree', 'agree-with-reservation')))
    return 'awaiting';
  return some('agree-with-reservation') ? 'agreed-with-reservation' : 'agreed';
}

export const isAgreed = (outcome: Outcome): boolean =>
  outcome === 'agreed' || outcome === 'agreed-with-reservation';

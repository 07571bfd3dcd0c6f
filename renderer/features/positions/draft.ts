/** A position while it is being written: plain members that a dialog can edit, and the one value they make. */
import type { PositionValue } from '../../../shared/domain/codes.ts';
import type { TextEntry, Texts } from '../../../shared/domain/fields.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import type { Position } from '../../../shared/domain/position.ts';

export interface StanceDraft {
  readonly value: PositionValue | undefined;
  readonly reservation: Texts;
}
export interface OrganizationDraft extends StanceDraft {
  readonly organization: string | undefined;
}
export interface PositionDraft extends StanceDraft {
  readonly mandate: 'mandated' | 'subject-to-consultation' | undefined;
  readonly readBackAt: string | undefined;
  readonly organizations: readonly OrganizationDraft[];
}

/** In the order in which they are offered. */
export const VALUES = [
  'agree',
  'agree-with-reservation',
  'does-not-agree',
  'divided',
  'no-position',
  'absent',
  'not-requested',
] as const satisfies readonly PositionValue[];

/** Values that may carry a text: a reservation, or a note for the record. */
const QUALIFIED: readonly (PositionValue | undefined)[] = [
  'agree-with-reservation',
  'does-not-agree',
  'divided',
  'no-position',
];
export const mayCarryText = (value: PositionValue | undefined): boolean => QUALIFIED.includes(value);
/** Values that say that somebody spoke: a mandate and a reading back make sense. */
export const isSpoken = (value: PositionValue | undefined): boolean =>
  value !== undefined && value !== 'absent' && value !== 'not-requested';

const hasText = (texts: Texts): boolean => Object.values(texts).some((entry) => entry?.text.trim());

export const withText = (texts: Texts, lang: Lang, entry: TextEntry | undefined): Texts => {
  const { [lang]: _, ...others } = texts;
  return entry ? { ...others, [lang]: entry } : others;
};

export const draftOf = (position: Position | undefined): PositionDraft => ({
  value: position?.value,
  reservation: (position?.reservation ?? {}) as Texts,
  mandate: position?.mandate,
  readBackAt: position?.readBackAt,
  organizations: (position?.organizations ?? []).map((one) => ({
    organization: one.organization,
    value: one.value,
    reservation: (one.reservation ?? {}) as Texts,
  })),
});

export type Lack = 'value' | 'reservation' | 'organization' | 'organizationReservation';

/** What still stands in the way of recording it; undefined where nothing does. */
export function lackOf(draft: PositionDraft): Lack | undefined {
  if (!draft.value) return 'value';
  if (draft.value === 'agree-with-reservation' && !hasText(draft.reservation)) return 'reservation';
  if (!isSpoken(draft.value)) return undefined;
  if (draft.organizations.some((one) => !one.organization || !one.value)) return 'organization';
  return draft.organizations.some(
    (one) => one.value === 'agree-with-reservation' && !hasText(one.reservation),
  )
    ? 'organizationReservation'
    : undefined;
}

const stanceOf = (draft: StanceDraft): Pick<Position, 'value' | 'reservation'> => {
  const value = draft.value as PositionValue;
  const kept = Object.fromEntries(
    Object.entries(draft.reservation).filter(([, entry]) => entry?.text.trim()),
  ) as Texts;
  return mayCarryText(value) && hasText(kept)
    ? { value, reservation: kept as NonNullable<Position['reservation']> }
    : { value };
};

/** The atomic value of a complete draft. */
export function positionOf(draft: PositionDraft): Position {
  const stance = stanceOf(draft);
  if (!isSpoken(draft.value)) return stance;
  return {
    ...stance,
    ...(draft.mandate && { mandate: draft.mandate }),
    ...(draft.readBackAt && { readBackAt: draft.readBackAt }),
    ...(draft.organizations.length > 0 && {
      organizations: draft.organizations.map((one) => ({
        organization: one.organization as NonNullable<Position['organizations']>[number]['organization'],
        ...stanceOf(one),
      })),
    }),
  };
}

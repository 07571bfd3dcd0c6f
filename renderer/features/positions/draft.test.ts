import { describe, expect, it } from 'vitest';
import type { Texts } from '../../../shared/domain/fields.ts';
import { Position } from '../../../shared/domain/position.ts';
import { draftOf, lackOf, mayCarryText, positionOf, VALUES, withText } from './draft.ts';

const reservation: Texts = { ar: { text: 'بشرط أن يُموَّل الصندوق', status: 'original' } };
const empty = draftOf(undefined);
const organization = '11111111-1111-4111-8111-111111111111';

describe('a position while it is written', () => {
  it('cannot be recorded without a value', () => {
    expect(lackOf(empty)).toBe('value');
  });

  it('cannot agree with reservation without the text of the reservation', () => {
    const draft = { ...empty, value: 'agree-with-reservation' as const };
    expect(lackOf(draft)).toBe('reservation');
    expect(lackOf({ ...draft, reservation: { ar: { text: '  ', status: 'original' } } })).toBe('reservation');
    expect(lackOf({ ...draft, reservation })).toBeUndefined();
  });

  it('asks the same of an organization that differs', () => {
    const one = { organization, value: 'agree-with-reservation' as const, reservation: {} };
    const draft = { ...empty, value: 'divided' as const };
    expect(lackOf({ ...draft, organizations: [{ ...one, organization: undefined }] })).toBe('organization');
    expect(lackOf({ ...draft, organizations: [one] })).toBe('organizationReservation');
    expect(lackOf({ ...draft, organizations: [{ ...one, reservation }] })).toBeUndefined();
  });

  it.each(VALUES)('makes of %s a position that the ledger accepts, whatever was typed before', (value) => {
    const position = positionOf({
      value,
      reservation,
      mandate: 'mandated',
      readBackAt: '2026-03-01T10:00:00.000Z',
      organizations: [{ organization, value: 'does-not-agree', reservation: {} }],
    });
    expect(Position.safeParse(position).error).toBeUndefined();
    expect(position.reservation !== undefined).toBe(mayCarryText(value));
  });

  it('comes back from what is stored as it was', () => {
    const stored = Position.parse({
      value: 'agree-with-reservation',
      reservation,
      mandate: 'subject-to-consultation',
      organizations: [{ organization, value: 'agree' }],
    });
    expect(positionOf(draftOf(stored))).toEqual(stored);
  });

  it('lets go of the text of one language alone', () => {
    const both = withText(reservation, 'en', { text: 'If funded', status: 'draft' });
    expect(withText(both, 'ar', undefined)).toEqual({ en: { text: 'If funded', status: 'draft' } });
  });
});

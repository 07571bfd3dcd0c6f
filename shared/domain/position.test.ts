import { describe, expect, test } from 'vitest';
import { outcomeOf, Position, type Positions } from './position.ts';

const text = { en: { text: 'Not for family farms', status: 'original' } };
const accepts = (position: unknown): boolean => Position.safeParse(position).success;

describe('a position and its reservation', () => {
  test('agreeing with a reservation needs its text', () => {
    expect(accepts({ value: 'agree-with-reservation', reservation: text })).toBe(true);
    expect(accepts({ value: 'agree-with-reservation' })).toBe(false);
    expect(accepts({ value: 'agree-with-reservation', reservation: {} })).toBe(false);
  });

  test('one who agrees, is absent or was not asked has none', () => {
    for (const value of ['agree', 'absent', 'not-requested'])
      expect(accepts({ value, reservation: text })).toBe(false);
    for (const value of ['does-not-agree', 'divided', 'no-position'])
      expect(accepts({ value, reservation: text })).toBe(true);
  });

  test('only one without a position was silent', () => {
    expect(accepts({ value: 'no-position', silent: true })).toBe(true);
    expect(accepts({ value: 'agree', silent: true })).toBe(false);
    expect(accepts({ value: 'no-position', silent: false })).toBe(false);
  });

  test('the same holds for each organization that differs', () => {
    const organization = '11111111-1111-4111-8111-111111111111';
    const withStance = (stance: object) => ({ value: 'agree', organizations: [{ organization, ...stance }] });
    expect(accepts(withStance({ value: 'agree-with-reservation' }))).toBe(false);
    expect(accepts(withStance({ value: 'agree-with-reservation', reservation: text }))).toBe(true);
  });

  test('"no agreement" is no position of a constituency', () => {
    expect(accepts({ value: 'no-agreement' })).toBe(false);
  });
});

describe('what three positions amount to', () => {
  const of = (g?: string, e?: string, w?: string): Positions =>
    Object.fromEntries(
      [
        ['G', g],
        ['E', e],
        ['W', w],
      ].flatMap(([constituency, value]) => (value ? [[constituency, { value }]] : [])),
    );
  test.each([
    [of(), 'not-put'],
    [of('agree', 'agree', 'agree'), 'agreed'],
    [of('agree', 'agree-with-reservation', 'agree'), 'agreed-with-reservation'],
    [of('agree', 'does-not-agree', 'agree'), 'no-agreement'],
    [of('agree', 'divided', 'agree'), 'no-agreement'],
    [of('agree', 'agree'), 'awaiting'],
    [of('agree', 'absent', 'agree'), 'awaiting'],
    [of('agree', 'no-position', 'agree'), 'agreed'],
    [of('no-position', 'no-position', 'no-position'), 'awaiting'],
  ])('by consensus %j is %s', (positions, outcome) => {
    expect(outcomeOf(positions)).toBe(outcome);
  });

  test('[room] silence leaves the outcome open under every rule', () => {
    const positions: Positions = {
      G: { value: 'agree' },
      E: { value: 'no-position', silent: true },
      W: { value: 'agree' },
    };
    expect(outcomeOf(positions)).toBe('awaiting');
    expect(outcomeOf(positions, { kind: 'each-constituency' })).toBe('awaiting');
    expect(
      outcomeOf(positions, { kind: 'qualified-majority', numerator: 2, denominator: 3, base: 'present' }),
    ).toBe('awaiting');
    expect(outcomeOf({ ...positions, G: { value: 'does-not-agree' } })).toBe('no-agreement');
  });

  test('where each constituency must agree, having no position leaves it open', () => {
    expect(outcomeOf(of('agree', 'no-position', 'agree'), { kind: 'each-constituency' })).toBe('awaiting');
    expect(outcomeOf(of('agree', 'agree', 'agree'), { kind: 'each-constituency' })).toBe('agreed');
  });

  test('where votes are counted, positions alone decide nothing but a refusal', () => {
    const rule = { kind: 'qualified-majority', numerator: 2, denominator: 3, base: 'present' } as const;
    expect(outcomeOf(of('agree', 'agree', 'agree'), rule)).toBe('needs-count');
    expect(outcomeOf(of('agree', 'does-not-agree', 'agree'), rule)).toBe('no-agreement');
  });
});

test('a position in conflict leaves the outcome open: nobody has said which of its values stands', () => {
  const agree = { value: 'agree' } as const;
  expect(outcomeOf({ G: agree, E: agree, W: agree }, { kind: 'consensus' }, true)).toBe('awaiting');
  expect(outcomeOf({ G: agree, E: { value: 'does-not-agree' }, W: agree }, { kind: 'consensus' }, true)).toBe(
    'no-agreement',
  );
});

import { expect, test, vi } from 'vitest';
import { ANSWERS, EMPTY, lackOfAnswer, positionOfAnswer, withAnswer } from './answer.ts';

// The rules of a position come with screens, and those with a host that is not there.
vi.mock('../../platform/index.ts', () => ({ bridge: {} }));

test('[room] silence is offered beside the values, and nobody who is asked was not asked', () => {
  expect(ANSWERS).toContain('silent');
  expect(ANSWERS).not.toContain('not-requested');
});

test('[room] silence carries nothing else, whatever was written before', () => {
  const reservation = { en: { text: 'Except', status: 'original' as const } };
  const spoken = {
    ...withAnswer(EMPTY, 'agree-with-reservation'),
    reservation,
    mandate: 'mandated' as const,
  };
  expect(lackOfAnswer(spoken)).toBeUndefined();
  expect(positionOfAnswer(spoken)).toEqual({
    value: 'agree-with-reservation',
    reservation,
    mandate: 'mandated',
  });
  const silent = withAnswer(spoken, 'silent');
  expect(lackOfAnswer(silent)).toBeUndefined();
  expect(positionOfAnswer(silent)).toEqual({ value: 'no-position', silent: true });
  expect(withAnswer(silent, 'agree-with-reservation')).toEqual(spoken);
});

test('[room] whoever speaks says under which mandate', () => {
  expect(lackOfAnswer(EMPTY)).toBe('value');
  expect(lackOfAnswer(withAnswer(EMPTY, 'agree-with-reservation'))).toBe('reservation');
  for (const value of ['agree', 'does-not-agree', 'divided', 'no-position'] as const)
    expect(lackOfAnswer(withAnswer(EMPTY, value)), value).toBe('mandate');
  expect(lackOfAnswer(withAnswer(EMPTY, 'absent'))).toBeUndefined();
});

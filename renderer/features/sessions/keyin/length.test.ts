import { expect, test } from 'vitest';
import { lengthOf, partsOf } from './length.ts';

test('a length is minutes, or minutes and seconds, in either kind of digits', () => {
  expect(lengthOf('4')).toBe(240_000);
  expect(lengthOf(' 4:05 ')).toBe(245_000);
  expect(lengthOf('٤:٣٠')).toBe(270_000);
  expect(lengthOf('۱۲.۰۰')).toBe(720_000);
  expect(lengthOf('0:59')).toBe(59_000);
  expect(lengthOf('1440')).toBe(86_400_000);
});

test('what is no length is not one', () => {
  for (const text of ['', '-1', '4:5', '4:60', '1440:01', 'four', '4:', ':30', '4:30:00'])
    expect(lengthOf(text), text).toBeUndefined();
});

test('it is read back as it was written', () => {
  expect(partsOf(245_000)).toEqual({ minutes: 4, seconds: 5 });
});

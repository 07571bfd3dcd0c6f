import { expect, test } from 'vitest';
import { minutesOf, slotsOf } from './times.ts';

test('each item begins where the planned minutes of those before it end', () => {
  expect(slotsOf([{ minutes: 15 }, {}, { minutes: 0 }, { minutes: 75 }])).toEqual([
    { from: 0, to: 15 },
    { from: 15, to: 15 },
    { from: 15, to: 15 },
    { from: 15, to: 90 },
  ]);
});

test('a time of day is so many minutes after midnight', () => {
  expect(minutesOf('00:00')).toBe(0);
  expect(minutesOf('23:59')).toBe(1439);
});

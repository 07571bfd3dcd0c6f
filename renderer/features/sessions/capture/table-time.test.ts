import { expect, test } from 'vitest';
import { AT_ZERO, itemAt, passedOf, paused, started } from './table-time.ts';

test('[room] the time of a table counts while it runs, and a second start changes nothing', () => {
  const running = started(AT_ZERO, 1000);
  expect(passedOf(running, 61_000)).toBe(60_000);
  expect(started(running, 31_000)).toBe(running);
  const held = paused(running, 61_000);
  expect(passedOf(held, 900_000)).toBe(60_000);
  expect(passedOf(started(held, 900_000), 930_000)).toBe(90_000);
  // A clock that went back takes nothing away.
  expect(passedOf(running, 0)).toBe(0);
});

test('[room] the plan is at the item whose minutes are under way, and at none when they are over', () => {
  const items = [{ id: 'task', minutes: 5 }, { id: 'untimed' }, { id: 'cards', minutes: 30 }];
  const at = (minutes: number) => itemAt(items, minutes * 60_000)?.id;
  expect([0, 4.9, 5, 34.9, 35].map(at)).toEqual(['task', 'task', 'cards', 'cards', undefined]);
  expect(itemAt([], 0)).toBeUndefined();
});

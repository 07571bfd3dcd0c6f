import { expect, test } from 'vitest';
import { shareOf } from './shares.ts';

test('people whose sex is not recorded are counted and leave the share alone', () => {
  expect(shareOf({ seat: 'G', women: 3, men: 6, other: 1, missing: 5 })).toEqual({
    all: 15,
    recorded: 10,
    share: 0.3,
  });
});

test('nobody recorded has no share, which is not a share of zero', () => {
  expect(shareOf({ seat: 'W', women: 0, men: 0, other: 0, missing: 2 }).share).toBeNull();
  expect(shareOf({ seat: 'W', women: 0, men: 2, other: 0, missing: 0 }).share).toBe(0);
});

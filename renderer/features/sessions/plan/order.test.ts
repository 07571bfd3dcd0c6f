import { describe, expect, test } from 'vitest';
import { between, moved, type Placed } from './order.ts';

const apply = (items: readonly Placed[], writes: readonly Placed[]): string =>
  items
    .map((item) => writes.find(({ id }) => id === item.id) ?? item)
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id)
    .join('');
const list = (...orders: number[]): Placed[] =>
  orders.map((order, at) => ({ id: String.fromCharCode(97 + at), order }));

describe('the order of an agenda', () => {
  test('has room between its items', () => {
    expect(between(undefined, undefined)).toBe(1000);
    expect(between(1000, undefined)).toBe(2000);
    expect(between(undefined, 1000)).toBe(500);
    expect(between(1000, 2000)).toBe(1500);
    expect(between(1, 2)).toBeUndefined();
    expect(between(undefined, 1)).toBeUndefined();
    expect(between(1_000_000, undefined)).toBeUndefined();
  });

  test('changes one item when it moves one', () => {
    const items = list(1000, 2000, 3000);
    expect(moved(items, 1, 0)).toHaveLength(1);
    expect(apply(items, moved(items, 1, 0))).toBe('bac');
    expect(apply(items, moved(items, 1, 2))).toBe('acb');
    expect(moved(items, 0, -1)).toEqual([]);
    expect(moved(items, 2, 3)).toEqual([]);
    expect(moved(items, 1, 1)).toEqual([]);
    expect(moved(items, 2, 0)).toHaveLength(1);
    expect(apply(items, moved(items, 2, 0))).toBe('cab');
    expect(apply(items, moved(items, 0, 2))).toBe('bca');
  });

  test('is numbered anew where there is no room, or two stand in one place', () => {
    const close = list(1, 2, 3);
    expect(apply(close, moved(close, 2, 1))).toBe('acb');
    const same = list(5, 5, 5);
    expect(apply(same, moved(same, 2, 1))).toBe('acb');
    const full = list(999_998, 999_999, 1_000_000);
    expect(apply(full, moved(full, 1, 2))).toBe('acb');
  });
});

import { expect, test } from 'vitest';
import type { PointRow } from '../../../../shared/contract/index.ts';
import { LAST, withEntry } from './last-entries.ts';

const entry = (n: number, said = 'said'): PointRow =>
  ({
    id: `p${n}`,
    at: `2026-01-31T08:${String(n).padStart(2, '0')}:00.000Z`,
    body: { en: { text: said, status: 'original' } },
  }) as unknown as PointRow;
const held = (count: number, from = 0) => ({
  total: from + count,
  points: Array.from({ length: count }, (_, n) => entry(from + n)),
});

test('a new entry stands at the end and is counted', () => {
  const { total, points } = withEntry(held(2), entry(2));
  expect(total).toBe(3);
  expect(points.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2']);
});

test('an entry that is written again keeps its place and is counted once', () => {
  const { total, points } = withEntry(held(3), entry(1, 'said otherwise'));
  expect(total).toBe(3);
  expect(points[1]).toEqual(entry(1, 'said otherwise'));
  expect(points).toHaveLength(3);
});

test('no more are held than are drawn', () => {
  const { total, points } = withEntry(held(LAST), entry(LAST));
  expect(total).toBe(LAST + 1);
  expect(points).toHaveLength(LAST);
  expect(points.at(-1)?.id).toBe(`p${LAST}`);
});

test('an older entry that was edited does not come among the last', () => {
  const before = held(3, 10);
  expect(withEntry(before, entry(4, 'said otherwise'))).toEqual(before);
});

import type { Output, PointRow } from '../../../../shared/contract/index.ts';

/** Entries that are drawn at first: constant, so that the sixth hour costs what the first did. */
export const LAST = 40;

/** The last entries with one that was just kept: in its place if it is among them, at the end if it is new. */
export function withEntry(
  { total, points }: Output<'session.record'>,
  row: PointRow,
): Output<'session.record'> {
  if (points.some(({ id }) => id === row.id))
    return { total, points: points.map((point) => (point.id === row.id ? row : point)) };
  // An older one that was edited stands further up than these.
  if ((points.at(-1)?.at ?? '') > (row.at ?? '')) return { total, points };
  return { total: total + 1, points: [...points, row].slice(-LAST) };
}

import type { PasteChange } from '../../../shared/domain/paste/index.ts';

/** A stretch of a text, and the changes that it is part of. */
export interface Segment {
  readonly at: number;
  readonly text: string;
  readonly changes: readonly PasteChange[];
}

/** A text cut at the borders of its changes. A change that takes no room here has an empty stretch of its own. */
export function segmentsOf(
  text: string,
  changes: readonly PasteChange[],
  side: 'from' | 'to',
): readonly Segment[] {
  const borders = new Set([0, text.length]);
  const empty = new Map<number, PasteChange[]>();
  for (const change of changes) {
    const [start, end] = change[side];
    borders.add(start);
    borders.add(end);
    if (start === end) empty.set(start, [...(empty.get(start) ?? []), change]);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.flatMap((start, place): Segment[] => {
    const end = sorted[place + 1];
    const gone = empty.get(start);
    const gap = gone ? [{ at: start, text: '', changes: gone }] : [];
    if (end === undefined) return gap;
    const within = changes.filter((each) => each[side][0] <= start && each[side][1] >= end);
    return [...gap, { at: start, text: text.slice(start, end), changes: within }];
  });
}

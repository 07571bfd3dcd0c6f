/** Where rows and group heads stand in a register that is read in pages. Pure arithmetic. */

export const PAGE = 100;

/** A run of rows under one filter, with a head above it when the register is grouped. */
export interface Segment {
  /** Empty for the ungrouped register, else the area. */
  readonly key: string;
  readonly hasHead: boolean;
  readonly isOpen: boolean;
  readonly rows: number;
  /** Index of the head, or of the first row where there is none. */
  readonly first: number;
}

export const lengthOf = (segment: Segment): number =>
  (segment.hasHead ? 1 : 0) + (segment.isOpen ? segment.rows : 0);

export function placeSegments(segments: readonly Omit<Segment, 'first'>[]): Segment[] {
  let first = 0;
  return segments.map((segment) => {
    const placed = { ...segment, first };
    first += lengthOf(placed);
    return placed;
  });
}

export type Place =
  | { readonly kind: 'head'; readonly segment: Segment }
  | { readonly kind: 'row'; readonly segment: Segment; readonly offset: number };

/** What stands at an index; undefined beyond the end. */
export function placeAt(segments: readonly Segment[], index: number): Place | undefined {
  for (const segment of segments) {
    if (index < segment.first || index >= segment.first + lengthOf(segment)) continue;
    const within = index - segment.first;
    if (segment.hasHead && within === 0) return { kind: 'head', segment };
    return { kind: 'row', segment, offset: within - (segment.hasHead ? 1 : 0) };
  }
  return undefined;
}

export const indexIn = (segment: Segment, offset: number): number =>
  segment.first + (segment.hasHead ? 1 : 0) + offset;

export interface Page {
  readonly segment: string;
  readonly page: number;
}

/** The pages that hold the rows from `first` to `last`, in order, each once. */
export function pagesBetween(segments: readonly Segment[], first: number, last: number): Page[] {
  const pages: Page[] = [];
  for (const segment of segments) {
    const start = indexIn(segment, 0);
    const from = Math.max(first, start) - start;
    const to = Math.min(last, segment.first + lengthOf(segment) - 1) - start;
    if (!segment.isOpen || to < from || to < 0) continue;
    for (let page = Math.floor(Math.max(0, from) / PAGE); page <= Math.floor(to / PAGE); page += 1)
      pages.push({ segment: segment.key, page });
  }
  return pages;
}

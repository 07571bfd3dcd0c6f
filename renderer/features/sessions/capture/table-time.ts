/** The time of a table: run by hand beside the cards, and kept in this page alone. */

/** Milliseconds; `since` is `performance.now()` of the last start, null while it stands. */
export interface TableTime {
  readonly passedMs: number;
  readonly since: number | null;
}

export const AT_ZERO: TableTime = { passedMs: 0, since: null };

export const passedOf = ({ passedMs, since }: TableTime, now: number): number =>
  passedMs + (since === null ? 0 : Math.max(0, now - since));

export const started = (time: TableTime, now: number): TableTime =>
  time.since === null ? { ...time, since: now } : time;

export const paused = (time: TableTime, now: number): TableTime => ({
  passedMs: passedOf(time, now),
  since: null,
});

/** The item that the plan is at after so long; undefined when its minutes are over. */
export function itemAt<T extends { readonly minutes?: number | undefined }>(
  items: readonly T[],
  passedMs: number,
): T | undefined {
  let end = 0;
  return items.find(({ minutes = 0 }) => {
    end += minutes * 60_000;
    return passedMs < end;
  });
}

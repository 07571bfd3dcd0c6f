/** How far a session runs behind its agenda, and the agenda as times of day. */
interface Timed {
  readonly id: string;
  readonly minutes: number;
}

interface Running extends Timed {
  readonly spentMs: number;
  readonly state: 'done' | 'now' | 'ahead';
}

/**
 * `driftMs`: what finished items took beyond their minutes, or less, and what the one at hand has run over.
 * `plannedAtMin` counts from the start of the session as planned, `expectedAtMs` as it has gone.
 */
export function driftOf(items: readonly Running[]): {
  driftMs: number;
  rows: { id: string; plannedAtMin: number; expectedAtMs: number }[];
} {
  let plannedAtMin = 0;
  let expectedAtMs = 0;
  let driftMs = 0;
  const rows = items.map((item) => {
    const row = { id: item.id, plannedAtMin, expectedAtMs };
    const plannedMs = item.minutes * 60_000;
    const takenMs =
      item.state === 'done'
        ? item.spentMs
        : item.state === 'now'
          ? Math.max(item.spentMs, plannedMs)
          : plannedMs;
    plannedAtMin += item.minutes;
    expectedAtMs += takenMs;
    driftMs += takenMs - plannedMs;
    return row;
  });
  return { driftMs, rows };
}

/**
 * What is left of the agenda, in milliseconds from now: the item at hand has the rest of its minutes, then come those
 * ahead in their order. `startsMs` holds those ahead alone.
 */
export function expectedFrom(items: readonly Running[]): {
  readonly startsMs: ReadonlyMap<string, number>;
  readonly endMs: number;
} {
  const now = items.find(({ state }) => state === 'now');
  let endMs = now ? Math.max(0, now.minutes * 60_000 - now.spentMs) : 0;
  const startsMs = new Map<string, number>();
  for (const { id, minutes, state } of items) {
    if (state !== 'ahead') continue;
    startsMs.set(id, endMs);
    endMs += minutes * 60_000;
  }
  return { startsMs, endMs };
}

const DAY_MIN = 1440;

/** Times of day as the room's own clock shows them, `HH:MM`; past midnight `dayOffset` says how many days later. */
export function runSheet(
  items: readonly Timed[],
  startTime: string,
): { id: string; from: string; to: string; dayOffset: number }[] {
  const [hours = 0, minutes = 0] = startTime.split(':').map(Number);
  let at = hours * 60 + minutes;
  return items.map((item) => {
    const from = at;
    at += item.minutes;
    return { id: item.id, from: timeOf(from), to: timeOf(at), dayOffset: Math.floor(from / DAY_MIN) };
  });
}

function timeOf(minute: number): string {
  const inDay = minute % DAY_MIN;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

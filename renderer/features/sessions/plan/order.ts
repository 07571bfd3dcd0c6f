/** Places in an agenda: numbers with room between them, so that moving an item changes that item alone. */

const STEP = 1000;
const MOST = 1_000_000;

/** The order that stands between two others (`undefined`: the end of the list); undefined where there is no room. */
export function between(before: number | undefined, after: number | undefined): number | undefined {
  if (after === undefined) {
    const next = (before ?? 0) + STEP;
    return next <= MOST ? next : undefined;
  }
  const place = Math.floor(((before ?? 0) + after) / 2);
  return place > (before ?? 0) && place < after ? place : undefined;
}

export interface Placed {
  readonly id: string;
  readonly order: number;
}

/** What must be written for the item at `at` to stand at `to`, counted without it. Empty: it stays. */
export function moved(items: readonly Placed[], at: number, to: number): readonly Placed[] {
  const item = items[at];
  if (!item || to === at || to < 0 || to >= items.length) return [];
  const others = items.filter((_, index) => index !== at);
  const order = between(others[to - 1]?.order, others[to]?.order);
  if (order !== undefined) return [{ id: item.id, order }];
  // No room, or two of one place after a merge: all are numbered anew.
  const wanted = [...others.slice(0, to), item, ...others.slice(to)];
  return wanted.flatMap(({ id, order: now }, index) => {
    const next = (index + 1) * STEP;
    return next === now ? [] : [{ id, order: next }];
  });
}

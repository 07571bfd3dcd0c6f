/** The speakers' list: where a new entry stands, and whom it would be fair to hear next. The chair decides. */
import type { Constituency, Seat } from '../codes.ts';
import { type FairOrder, THREE } from './constants.ts';
import type { Entry, Heard, Targets } from './types.ts';

export const QUEUE_MOST = 500;

const isConstituency = (seat: Seat): seat is Constituency => (THREE as readonly string[]).includes(seat);

/** Points of order, then replies, then spokespersons of a group that was not heard on this item, then the rest. */
function rank(entry: Entry, spokespersonsHeard: readonly Constituency[]): number {
  if (entry.turn === 'point-of-order') return 0;
  if (entry.turn === 'reply') return 1;
  const isFirstVoice =
    entry.spokesperson && isConstituency(entry.seat) && !spokespersonsHeard.includes(entry.seat);
  return isFirstVoice ? 2 : 3;
}

/** Only the new entry finds its place; the others keep the order that the chair gave them. */
export function addEntry(
  queue: readonly Entry[],
  entry: Entry,
  spokespersonsHeard: readonly Constituency[],
): Entry[] {
  const own = rank(entry, spokespersonsHeard);
  const later = queue.findIndex((other) => rank(other, spokespersonsHeard) > own);
  return later < 0 ? [...queue, entry] : queue.toSpliced(later, 0, entry);
}

/** Moves an entry before another one, or to the end (`null`); undefined where either is gone. */
export function moveEntry(queue: readonly Entry[], id: string, before: string | null): Entry[] | undefined {
  const moving = queue.find((entry) => entry.id === id);
  if (!moving) return undefined;
  if (before === id) return [...queue];
  const rest = queue.filter((entry) => entry.id !== id);
  const at = before === null ? rest.length : rest.findIndex((entry) => entry.id === before);
  return at < 0 ? undefined : rest.toSpliced(at, 0, moving);
}

/**
 * The entry that would be fair next; null for an empty list. Under `list` it is the head. Else points of order,
 * replies and group spokespersons first, then those who have not spoken yet; then, `alternating`, another seat than
 * the one that spoke last; or, `quota`, the seat furthest below its share and the sex that was heard less. The order
 * of the list decides between equals.
 */
export function suggest(
  queue: readonly Entry[],
  heard: Heard,
  rule: FairOrder,
  targets: Targets,
): string | null {
  const [head] = queue;
  if (!head) return null;
  if (rule === 'list') return head.id;
  const scored = queue.map((entry) => ({ id: entry.id, score: scoreOf(entry, heard, rule, targets) }));
  return scored.reduce((best, next) => (isBefore(next.score, best.score) ? next : best)).id;
}

function scoreOf(entry: Entry, heard: Heard, rule: FairOrder, targets: Targets): readonly number[] {
  const order = rank(entry, heard.spokespersons);
  if (order < 3) return [order];
  const isFirst = entry.person !== null && !heard.persons.has(entry.person);
  return [
    order,
    isFirst ? 0 : 1,
    ...(rule === 'alternating'
      ? [entry.seat === heard.last ? 1 : 0]
      : [-shareMissing(entry.seat, heard, targets), entry.sex === null ? 0 : heard.bySex[entry.sex].ms]),
  ];
}

/** Share due less share had. */
function shareMissing(seat: Seat, heard: Heard, targets: Targets): number {
  const spoken = THREE.reduce((total, key) => total + heard.bySeat[key].ms, 0);
  const had = spoken === 0 ? 0 : heard.bySeat[seat].ms / spoken;
  return (isConstituency(seat) ? targets[seat].target : 0) - had;
}

/** Lower first, member by member. */
function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}

/** What has to be written so that a cause stands elsewhere: the fewest records that say the new order. */
import { branchOf, type Placed } from './outline.ts';

/** Between neighbours, so that most moves are one change of one record. */
const STEP = 1000;
/** The largest order a record may carry. */
const MOST = 1_000_000;

export const MOVES = ['up', 'down', 'indent', 'outdent'] as const;
export type Move = (typeof MOVES)[number];

/** New members of one cause; what is absent stays. `under: null` is right at the problem. */
export interface CauseEdit {
  readonly id: string;
  readonly under?: string | null;
  readonly order?: number;
}

interface Ordered {
  readonly id: string;
  readonly order: number | undefined;
}
const ordered = ({ id, item }: Placed): Ordered => ({ id, order: item.order });

export const siblingsOf = (outline: readonly Placed[], kind: string, parent: string | null): Placed[] =>
  outline.filter((row) => row.kind === kind && row.parent === parent);

/** Orders for `wanted` as it is listed. Those in `moved` get new ones; the others keep theirs where there is room. */
export function ordersFor(
  wanted: readonly Ordered[],
  moved: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const between = amongThem(wanted, moved);
  if (between) return between;
  const step = Math.min(STEP, Math.max(1, Math.floor(MOST / (wanted.length + 1))));
  const all = new Map<string, number>();
  wanted.forEach(({ id, order }, at) => {
    const next = Math.min(MOST, (at + 1) * step);
    if (next !== order) all.set(id, next);
  });
  return all;
}

/** Undefined where those that keep their order leave no room, or had no order. */
function amongThem(wanted: readonly Ordered[], moved: ReadonlySet<string>): Map<string, number> | undefined {
  const orders = new Map<string, number>();
  let low = 0;
  let run: string[] = [];
  const close = (high: number): boolean => {
    const gap = (high - low) / (run.length + 1);
    if (gap < 1) return false;
    run.forEach((id, at) => {
      orders.set(id, Math.floor(low + gap * (at + 1)));
    });
    run = [];
    return true;
  };
  for (const { id, order } of wanted) {
    if (moved.has(id)) {
      run.push(id);
      continue;
    }
    if (order === undefined || order <= low || !close(order)) return undefined;
    low = order;
  }
  return close(Math.min(MOST + 1, low + STEP * (run.length + 1))) ? orders : undefined;
}

function edits(
  orders: ReadonlyMap<string, number>,
  under: ReadonlyMap<string, string | null> = new Map(),
): CauseEdit[] {
  return [...new Set([...orders.keys(), ...under.keys()])].map((id) => {
    const order = orders.get(id);
    const parent = under.get(id);
    return { id, ...(parent !== undefined && { under: parent }), ...(order !== undefined && { order }) };
  });
}

/**
 * Places `id` under `parent`, behind `after` (first where null, last where undefined). The caller has made sure that
 * no ring closes and that the kinds agree.
 */
export function planPlace(
  outline: readonly Placed[],
  id: string,
  kind: string,
  parent: string | null,
  after: string | null | undefined,
): CauseEdit[] {
  const others = siblingsOf(outline, kind, parent).filter((row) => row.id !== id);
  const found = after ? others.findIndex((row) => row.id === after) : -1;
  const at = after === null ? 0 : found >= 0 ? found + 1 : others.length;
  const wanted = [
    ...others.slice(0, at).map(ordered),
    { id, order: undefined },
    ...others.slice(at).map(ordered),
  ];
  return edits(ordersFor(wanted, new Set([id])), new Map([[id, parent]]));
}

/** One step of an outliner. Undefined where there is nowhere to go. */
export function planMove(outline: readonly Placed[], id: string, move: Move): CauseEdit[] | undefined {
  const row = outline.find((one) => one.id === id);
  if (!row) return undefined;
  const siblings = siblingsOf(outline, row.kind, row.parent);
  const at = siblings.indexOf(row);
  const previous = siblings[at - 1];
  if (move === 'indent') return previous && planPlace(outline, id, row.kind, previous.id, undefined);
  if (move === 'outdent') {
    if (row.parent !== null) {
      const parent = outline.find((one) => one.id === row.parent);
      return planPlace(outline, id, row.kind, parent?.parent ?? null, row.parent);
    }
    // It stands at the problem for want of a better place: outdenting makes that its own.
    return row.isOrphan || row.inRing ? [{ id, under: null }] : undefined;
  }
  const to = move === 'up' ? at - 1 : at + 1;
  if (to < 0 || to >= siblings.length) return undefined;
  const wanted = siblings.filter((one) => one !== row);
  wanted.splice(to, 0, row);
  return edits(ordersFor(wanted.map(ordered), new Set([id])));
}

/** What the branches under a withdrawn cause become: they take its place, in their order. */
export function planLift(outline: readonly Placed[], id: string): CauseEdit[] {
  const row = outline.find((one) => one.id === id);
  const inner = row ? siblingsOf(outline, row.kind, id) : [];
  if (!row || inner.length === 0) return [];
  const wanted = siblingsOf(outline, row.kind, row.parent).flatMap((one) => (one === row ? inner : [one]));
  const lifted = new Map(inner.map((one) => [one.id, row.parent]));
  return edits(ordersFor(wanted.map(ordered), new Set(lifted.keys())), lifted);
}

/** Whether `id` may come under `parent`: not under itself and not under its own branch. */
export const mayLieUnder = (
  outline: readonly { readonly id: string; readonly level: number }[],
  id: string,
  parent: string,
): boolean => !branchOf(outline, id).some((row) => row.id === parent);

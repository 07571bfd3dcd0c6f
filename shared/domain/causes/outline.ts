/** Where each cause stands: from records that name what they lie under to one outline in which each stands once. */
import type { CauseKind } from './types.ts';

export interface CauseItem {
  readonly id: string;
  readonly kind?: CauseKind | undefined;
  readonly under?: string | undefined;
  readonly order?: number | undefined;
}

export interface Placed<T extends CauseItem = CauseItem> {
  readonly item: T;
  readonly id: string;
  readonly kind: CauseKind;
  readonly parent: string | null;
  readonly level: number;
  readonly isOrphan: boolean;
  readonly inRing: boolean;
}

/** A record of a draft may lack its kind: most are causes. */
export const kindOf = (item: CauseItem): CauseKind => item.kind ?? 'cause';
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * The outline of one deficit: effects first, then causes, each followed by what lies under it. What lies under a
 * record that is not among `items`, or is of the other kind, stands at the problem as an orphan. A ring stands at the
 * problem by its first member, so each item is there exactly once whatever merged copies say.
 */
export function outlineOf<T extends CauseItem>(items: readonly T[]): readonly Placed<T>[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const at = new Map(items.map((item, index) => [item.id, index]));
  const before = (a: T, b: T): number =>
    (a.order ?? LAST) - (b.order ?? LAST) || (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0);
  const parentOf = (item: T): T | undefined => {
    const parent = item.under === undefined ? undefined : byId.get(item.under);
    return parent && kindOf(parent) === kindOf(item) ? parent : undefined;
  };

  const rings = ringsOf(items, parentOf);
  const entries = new Set(rings.map((ring) => [...ring].sort(before)[0]?.id));
  const inRing = new Set(rings.flatMap((ring) => ring.map(({ id }) => id)));
  const children = new Map<string | null, T[]>();
  for (const item of items) {
    const parent = entries.has(item.id) ? null : (parentOf(item)?.id ?? null);
    const siblings = children.get(parent);
    if (siblings) siblings.push(item);
    else children.set(parent, [item]);
  }
  for (const siblings of children.values()) siblings.sort(before);

  const placed: Placed<T>[] = [];
  const roots = children.get(null) ?? [];
  for (const kind of ['effect', 'cause'] as const) {
    // A stack of one's own: a chain as deep as a dossier allows must not end the program.
    const waiting = roots
      .filter((item) => kindOf(item) === kind)
      .map((item) => ({ item, parent: null as string | null, level: 1 }))
      .reverse();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { item, parent, level } = next;
      placed.push({
        item,
        id: item.id,
        kind,
        parent,
        level,
        isOrphan: item.under !== undefined && !parentOf(item),
        inRing: inRing.has(item.id),
      });
      const inner = children.get(item.id) ?? [];
      for (let index = inner.length - 1; index >= 0; index -= 1)
        waiting.push({ item: inner[index] as T, parent: item.id, level: level + 1 });
    }
  }
  return placed;
}

/** The rings among items that each name at most one other. */
function ringsOf<T extends CauseItem>(
  items: readonly T[],
  parentOf: (item: T) => T | undefined,
): readonly (readonly T[])[] {
  const rings: T[][] = [];
  const seen = new Set<string>();
  for (const start of items) {
    const path: T[] = [];
    const onPath = new Map<string, number>();
    let item: T | undefined = start;
    while (item && !seen.has(item.id)) {
      seen.add(item.id);
      onPath.set(item.id, path.length);
      path.push(item);
      item = parentOf(item);
    }
    const from = item && onPath.get(item.id);
    if (from !== undefined) rings.push(path.slice(from));
  }
  return rings;
}

/** The item and all that lies under it, in the order of the outline. */
export function branchOf<T extends { readonly id: string; readonly level: number }>(
  outline: readonly T[],
  id: string,
): readonly T[] {
  const from = outline.findIndex((row) => row.id === id);
  const top = outline[from];
  if (!top) return [];
  let end = from + 1;
  while ((outline[end]?.level ?? 0) > top.level) end += 1;
  return outline.slice(from, end);
}

/** Whether an item that came to lie under `under` would lie under itself. */
export function closesRing(
  items: readonly { readonly id: string; readonly under?: string | undefined }[],
  id: string,
  under: string,
): boolean {
  const parents = new Map(items.map((item) => [item.id, item.under]));
  const seen = new Set<string>();
  for (
    let next: string | undefined = under;
    next !== undefined && !seen.has(next);
    next = parents.get(next)
  ) {
    if (next === id) return true;
    seen.add(next);
  }
  return false;
}

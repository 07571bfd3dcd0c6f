/** The lines of the outline as they stand on the screen: heads, causes, and what is being written and not stored yet. */
import type { CauseKind, CauseRow, CauseTree } from '../../../../shared/domain/causes/types.ts';
import type { Lang } from '../../../../shared/domain/languages.ts';

/** Where a new cause would stand. */
export interface Place {
  readonly kind: CauseKind;
  readonly under: string | null;
  /** Behind which neighbour; first where null. */
  readonly after: string | null;
}
/** Written, on its way to be stored. */
export interface Pending {
  readonly key: string;
  readonly text: string;
  /** Where it will stand: moves on as what was written before it is stored. */
  readonly run?: { readonly place: Place } | undefined;
}

/** Where what is written, or waits to be stored, stands. */
const placeOf = (draft: Place | undefined, pending: readonly Pending[]): Place | undefined =>
  draft ?? pending[0]?.run?.place;

export type Line =
  | { readonly type: 'head'; readonly key: string; readonly kind: CauseKind; readonly count: number }
  | { readonly type: 'problem'; readonly key: string }
  | {
      readonly type: 'cause';
      readonly key: string;
      readonly row: CauseRow;
      readonly at: number;
      readonly of: number;
      /** Undefined where nothing lies under it. */
      readonly isOpen: boolean | undefined;
    }
  | { readonly type: 'pending'; readonly key: string; readonly text: string; readonly level: number }
  | { readonly type: 'draft'; readonly key: string; readonly level: number };

export const HEADS = { effect: 'head-effect', cause: 'head-cause' } as const;
export const PROBLEM = 'problem';
export const DRAFT = 'draft';

export function linesOf(
  tree: CauseTree,
  closed: ReadonlySet<string>,
  draft: Place | undefined,
  pending: readonly Pending[],
): readonly Line[] {
  const siblings = new Map<string, string[]>();
  for (const row of tree.rows) {
    const group = `${row.kind} ${row.parent ?? ''}`;
    siblings.set(group, [...(siblings.get(group) ?? []), row.id]);
  }
  const place = placeOf(draft, pending);
  const lines: Line[] = [];
  for (const kind of ['effect', 'cause'] as const) {
    const rows = tree.rows.filter((row) => row.kind === kind);
    if (kind === 'cause') lines.push({ type: 'problem', key: PROBLEM });
    lines.push({ type: 'head', key: HEADS[kind], kind, count: rows.length });
    const shown: Line[] = [];
    let hidden = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      if (row.level > hidden) continue;
      const group = siblings.get(`${kind} ${row.parent ?? ''}`) ?? [];
      const hasInner = siblings.has(`${kind} ${row.id}`);
      const isOpen = hasInner ? !closed.has(row.id) : undefined;
      hidden = isOpen === false ? row.level : Number.POSITIVE_INFINITY;
      shown.push({
        type: 'cause',
        key: row.id,
        row,
        at: group.indexOf(row.id) + 1,
        of: group.length,
        isOpen,
      });
    }
    if (place?.kind === kind) insert(shown, place, pending, draft !== undefined);
    lines.push(...shown);
  }
  return lines;
}

/** Puts what is being written behind its neighbour and all that lies under that one. */
function insert(
  shown: Line[],
  { under, after }: Place,
  pending: readonly Pending[],
  isWriting: boolean,
): void {
  const indexOf = (id: string | null): number => shown.findIndex(({ key }) => key === id);
  const levelAt = (index: number): number => {
    const line = shown[index];
    return line?.type === 'cause' ? line.row.level : 0;
  };
  const parent = indexOf(under);
  const level = levelAt(parent) + 1;
  let at = after === null ? parent + 1 : indexOf(after) + 1;
  if (after !== null) while (at < shown.length && levelAt(at) > level) at += 1;
  const waiting = pending.map(({ key, text }): Line => ({ type: 'pending', key, text, level }));
  shown.splice(at, 0, ...waiting, ...(isWriting ? [{ type: 'draft', key: DRAFT, level } as const] : []));
}

export const siblingsIn = (
  rows: readonly CauseRow[],
  kind: CauseKind,
  parent: string | null,
): readonly CauseRow[] => rows.filter((row) => row.kind === kind && row.parent === parent);

/** Behind all that lies under `under` already. */
export const placeLast = ({ rows }: CauseTree, kind: CauseKind, under: string | null): Place => ({
  kind,
  under,
  after: siblingsIn(rows, kind, under).at(-1)?.id ?? null,
});

const NONE: ReadonlySet<string> = new Set();

/** The tree with what is being written at its place, for the drawing: a box each, known by the key of its line. */
export function withDraft(
  tree: CauseTree,
  draft: Place | undefined,
  pending: readonly Pending[],
  lang: Lang,
): CauseTree {
  const place = placeOf(draft, pending);
  if (!place) return tree;
  const { kind, under } = place;
  const rows = linesOf(tree, NONE, draft, pending).flatMap((line): CauseRow[] => {
    if (line.type === 'cause') return [line.row];
    if (line.type !== 'draft' && line.type !== 'pending') return [];
    const body = line.type === 'pending' ? { [lang]: { text: line.text, status: 'original' as const } } : {};
    return [
      { id: line.key, kind, parent: under, level: line.level, order: null, body, evidence: 0, flags: [] },
    ];
  });
  return { ...tree, rows };
}

/** One step in or out for what is being written; the same place where there is nowhere to go. */
export function shifted(rows: readonly CauseRow[], place: Place, by: 'indent' | 'outdent'): Place {
  if (by === 'indent')
    return place.after === null
      ? place
      : {
          ...place,
          under: place.after,
          after: siblingsIn(rows, place.kind, place.after).at(-1)?.id ?? null,
        };
  const parent = rows.find(({ id }) => id === place.under);
  return parent ? { ...place, under: parent.parent, after: parent.id } : place;
}

import type { GridPlace } from './types.ts';

/** What a key does in the grid, worked out without the page so that it can be proved. */
export type GridStep =
  | { readonly kind: 'go'; readonly place: GridPlace }
  /** The row one leaves and the row one comes to are marked. */
  | { readonly kind: 'extend'; readonly place: GridPlace }
  | { readonly kind: 'open' | 'close' | 'toggle' | 'enter' | 'mark' | 'mark-all' | 'sort' };

export interface GridSituation {
  readonly place: GridPlace;
  readonly rows: number;
  readonly columns: number;
  readonly pageRows: number;
  readonly isRtl: boolean;
  readonly group: 'none' | 'open' | 'closed';
  readonly canMark: boolean;
}

interface Key {
  readonly key: string;
  /** The place of the key: on an Arabic layout there is no A. */
  readonly code?: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Left and right follow the reading direction; Ctrl (or Command) makes Home and End go to first and last row. */
export function gridStep(pressed: Key, at: GridSituation): GridStep | undefined {
  if (pressed.altKey) return undefined;
  const { row, column } = at.place;
  const far = pressed.ctrlKey || pressed.metaKey;
  const go = (nextRow: number, nextColumn = column): GridStep => ({
    kind: 'go',
    place: {
      row: Math.max(-1, Math.min(at.rows - 1, nextRow)),
      // The header has no "row as a whole": its first cell stands for it.
      column: Math.max(nextRow < 0 ? 0 : -1, Math.min(at.columns - 1, nextColumn)),
    },
  });
  const forward = at.isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = at.isRtl ? 'ArrowRight' : 'ArrowLeft';
  const onHead = row < 0;
  if (at.canMark && far && (pressed.key.toLowerCase() === 'a' || pressed.code === 'KeyA'))
    return { kind: 'mark-all' };
  const down = pressed.key === 'ArrowDown' ? 1 : pressed.key === 'ArrowUp' ? -1 : 0;
  if (at.canMark && pressed.shiftKey && down !== 0 && !onHead)
    return { kind: 'extend', place: { row: Math.max(0, Math.min(at.rows - 1, row + down)), column } };
  switch (pressed.key) {
    case 'ArrowDown':
      return go(row + 1);
    case 'ArrowUp':
      return go(row - 1);
    case 'PageDown':
      return go(Math.max(0, row + at.pageRows));
    case 'PageUp':
      return go(Math.max(0, row - at.pageRows));
    case 'Home':
      return far ? go(0) : go(row, 0);
    case 'End':
      return far ? go(at.rows - 1) : go(row, at.columns - 1);
    case forward:
      if (at.group === 'none' || onHead) return go(row, column + 1);
      return at.group === 'closed' ? { kind: 'open' } : undefined;
    case backward:
      if (at.group === 'none' || onHead) return go(row, column - 1);
      return at.group === 'open' ? { kind: 'close' } : undefined;
    case 'Enter':
      if (onHead) return { kind: 'sort' };
      return at.group === 'none' ? { kind: 'enter' } : { kind: 'toggle' };
    case ' ':
      if (onHead) return { kind: 'sort' };
      if (at.group !== 'none') return { kind: 'toggle' };
      return at.canMark ? { kind: 'mark' } : { kind: 'enter' };
    default:
      return undefined;
  }
}

import type { ReactNode } from 'react';

export interface GridColumn<R> {
  readonly id: string;
  readonly header: string;
  /** What a head without words is called. */
  readonly label?: string;
  /** A CSS grid track: `80px`, `minmax(0, 1fr)`. */
  readonly width: string;
  /** `isMarked` is undefined where rows cannot be marked. */
  readonly cell: (row: R, isMarked?: boolean) => ReactNode;
  readonly sortable?: boolean;
  /** The column that names the row for screen readers; exactly one. */
  readonly isRowHeader?: boolean;
}

/** What stands at one index: a row, the head of a group, or nothing yet while its window is being read. */
export type GridItem<R> =
  | { readonly kind: 'row'; readonly key: string; readonly row: R }
  | { readonly kind: 'group'; readonly key: string; readonly isOpen: boolean; readonly head: ReactNode };

export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

export interface DataGridProps<R> {
  readonly label: string;
  /** Keep the array stable (useMemo): rows are drawn anew when it changes. */
  readonly columns: readonly GridColumn<R>[];
  /** Rows and group heads together. */
  readonly count: number;
  /** Keep stable (useCallback) while the data is. `undefined` draws a grey row. */
  readonly itemAt: (index: number) => GridItem<R> | undefined;
  /** Called with the first and last index on screen, so that windows of rows can be read ahead. */
  readonly onVisible?: ((first: number, last: number) => void) | undefined;
  readonly hasGroups?: boolean;
  readonly rowHeight?: number | undefined;
  readonly selectedKey?: string | undefined;
  /** Where `selectedKey` stands when it is known, to begin there. */
  readonly selectedIndex?: number | undefined;
  /** Follows the focus. */
  readonly onSelect?: ((key: string) => void) | undefined;
  /** Enter or a double press on a row. */
  readonly onOpen?: ((key: string) => void) | undefined;
  readonly onToggleGroup?: ((key: string) => void) | undefined;
  /** Several rows marked (Space, Shift with an arrow, a box of the row); leaves the one selected row alone. */
  readonly marked?: ReadonlySet<string> | undefined;
  readonly onMark?: ((key: string, marked: boolean) => void) | undefined;
  /** Ctrl A. */
  readonly onMarkAll?: (() => void) | undefined;
  readonly sort?: GridSort | undefined;
  readonly onSort?: ((sort: GridSort) => void) | undefined;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  readonly className?: string | undefined;
}

/** A cell's place: row -1 is the header, column -1 is the row as a whole. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

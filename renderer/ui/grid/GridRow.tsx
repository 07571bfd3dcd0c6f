// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; roles and keys are the grid's own
// biome-ignore-all lint/a11y/useFocusableInteractive: a virtual grid cannot be a table element; roles and keys are the grid's own
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: a virtual grid cannot be a table element; roles and keys are the grid's own
import { memo, type ReactElement } from 'react';
import { classes } from '../classes.ts';
import type { GridColumn, GridItem } from './types.ts';

export interface GridRowProps<R> {
  readonly item: GridItem<R> | undefined;
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly columns: readonly GridColumn<R>[];
  readonly tracks: string;
  readonly isTree: boolean;
  readonly isSelected: boolean;
  readonly isMarked: boolean | undefined;
  /** The focused column when this is the focused row: -1 the row itself; undefined elsewhere. */
  readonly focusColumn: number | undefined;
}

function Row<R>({
  item,
  index,
  start,
  height,
  columns,
  tracks,
  isTree,
  isSelected,
  isMarked,
  focusColumn,
}: GridRowProps<R>) {
  const place = { blockSize: height, transform: `translateY(${start}px)` };
  const onRow = focusColumn !== undefined && (focusColumn < 0 || item?.kind !== 'row');
  const common = {
    role: 'row',
    'data-index': index,
    'aria-rowindex': index + 2,
    tabIndex: onRow ? 0 : -1,
  } as const;
  if (!item)
    return (
      <div {...common} className="grid-row waiting" style={place} aria-busy="true">
        <div role="gridcell" aria-colspan={columns.length}>
          <span className="grid-waiting" />
        </div>
      </div>
    );
  if (item.kind === 'group')
    return (
      <div
        {...common}
        className="grid-row grid-group"
        style={place}
        aria-level={1}
        aria-expanded={item.isOpen}
      >
        <div role="gridcell" aria-colspan={columns.length}>
          <svg
            className={classes('chevron', item.isOpen && 'open')}
            width="15"
            height="15"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            aria-hidden="true"
          >
            <path d="m9 18 6-6-6-6" />
          </svg>
          {item.head}
        </div>
      </div>
    );
  return (
    <div
      {...common}
      className={classes('grid-row', isSelected && 'selected', isMarked && 'marked')}
      style={{ ...place, gridTemplateColumns: tracks }}
      aria-selected={isMarked ?? isSelected}
      {...(isTree && { 'aria-level': 2 })}
    >
      {columns.map((column, i) => (
        <div
          key={column.id}
          role={column.isRowHeader ? 'rowheader' : 'gridcell'}
          aria-colindex={i + 1}
          tabIndex={focusColumn === i ? 0 : -1}
          className={`grid-cell cell-${column.id}`}
        >
          {column.cell(item.row, isMarked)}
        </div>
      ))}
    </div>
  );
}

/** Memoised: scrolling and moving the focus draw only the rows that change. */
export const GridRow = memo(Row) as <R>(props: GridRowProps<R>) => ReactElement;

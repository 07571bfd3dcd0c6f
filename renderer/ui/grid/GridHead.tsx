// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; roles and keys are the grid's own
// biome-ignore-all lint/a11y/useFocusableInteractive: a virtual grid cannot be a table element; roles and keys are the grid's own
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: a virtual grid cannot be a table element; roles and keys are the grid's own
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { GridColumn, GridSort } from './types.ts';

/** Header row: one stop of the grid's own focus, so its cells are reached by arrows and sorted by Enter. */
export function GridHead<R>({
  columns,
  tracks,
  sort,
  focusColumn,
  onSort,
}: {
  readonly columns: readonly GridColumn<R>[];
  readonly tracks: string;
  readonly sort: GridSort | undefined;
  readonly focusColumn: number | undefined;
  readonly onSort: (column: string) => void;
}) {
  return (
    <div role="rowgroup" className="grid-head">
      <div
        role="row"
        aria-rowindex={1}
        data-index={-1}
        className="grid-head-row"
        style={{ gridTemplateColumns: tracks }}
      >
        {columns.map((column, i) => {
          const isSorted = sort?.column === column.id;
          const Arrow = sort?.descending ? ArrowDown : ArrowUp;
          const tabIndex = focusColumn === i ? 0 : -1;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={i + 1}
              className="grid-head-cell"
              {...(column.sortable
                ? { 'aria-sort': isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none' }
                : {})}
              {...(!column.sortable && { tabIndex })}
            >
              {column.sortable ? (
                <button type="button" tabIndex={tabIndex} onClick={() => onSort(column.id)}>
                  {column.header}
                  {isSorted && <Arrow size={12} aria-hidden />}
                </button>
              ) : (
                column.header || <span className="visually-hidden">{column.label}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

import { type ReactNode, useMemo } from 'react';
import { DataGrid, useArrayItems } from '../../../ui/grid/DataGrid.tsx';
import type { GridColumn, GridItem, GridSort } from '../../../ui/grid/types.ts';

export interface Selection {
  readonly id: string | undefined;
  readonly select: (id: string | undefined) => void;
  /** Enter or a double press: on narrow windows the record comes as a drawer. */
  readonly open: (id: string) => void;
}

/** One tab: a line to add with, what must be known of the list, and the list itself. */
export function ListTab<R extends { readonly id: string }>({
  label,
  rows,
  columns,
  selection,
  sort,
  onSort,
  add,
  note,
  empty,
}: {
  readonly label: string;
  readonly rows: readonly R[];
  readonly columns: readonly GridColumn<R>[];
  readonly selection: Selection;
  readonly sort?: GridSort | undefined;
  readonly onSort?: ((sort: GridSort) => void) | undefined;
  /** Left out where the dossier takes no changes. */
  readonly add?: ReactNode;
  readonly note?: ReactNode;
  readonly empty: ReactNode;
}) {
  const items = useMemo<readonly GridItem<R>[]>(
    () => rows.map((row) => ({ kind: 'row', key: row.id, row })),
    [rows],
  );
  const { count, itemAt } = useArrayItems(items);
  const selectedIndex = rows.findIndex((row) => row.id === selection.id);
  return (
    <>
      {add}
      {note}
      <DataGrid<R>
        label={label}
        columns={columns}
        count={count}
        itemAt={itemAt}
        selectedKey={selection.id}
        {...(selectedIndex >= 0 && { selectedIndex })}
        onSelect={selection.select}
        onOpen={selection.open}
        sort={sort}
        onSort={onSort}
        empty={empty}
      />
    </>
  );
}

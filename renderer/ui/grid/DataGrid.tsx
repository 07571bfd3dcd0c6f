// biome-ignore-all lint/a11y/useFocusableInteractive: a virtual grid cannot be a table element; roles and keys are the grid's own
// biome-ignore-all lint/a11y/noStaticElementInteractions: the role is grid or treegrid
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid cannot be a table element; roles and keys are the grid's own
// biome-ignore-all lint/a11y/useKeyWithClickEvents: a virtual grid cannot be a table element; roles and keys are the grid's own
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: a virtual grid cannot be a table element; roles and keys are the grid's own
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLang } from '../../i18n/useFormat.ts';
import { classes } from '../classes.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { type GridSituation, gridStep } from './keyboard.ts';
import type { DataGridProps, GridItem, GridPlace } from './types.ts';

const HEAD_HEIGHT = 36;

/** Items of an array, for grids whose rows are all in memory. Returns what DataGrid asks for. */
export function useArrayItems<R>(items: readonly GridItem<R>[]): Pick<DataGridProps<R>, 'count' | 'itemAt'> {
  const itemAt = useCallback((index: number) => items[index], [items]);
  return { count: items.length, itemAt };
}

/**
 * A virtual ARIA grid (treegrid with groups): one tab stop, focus by row or cell, 10,000 rows and more.
 * The focused row is always drawn, so the focus is never lost by scrolling.
 */
export function DataGrid<R>(props: DataGridProps<R>) {
  const {
    label,
    columns,
    count,
    itemAt,
    onVisible,
    hasGroups = false,
    sort,
    onSort,
    marked,
    onMark,
    onMarkAll,
  } = props;
  const { selectedKey, selectedIndex, onSelect, onOpen, onToggleGroup, empty, className } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace>({ row: Math.max(0, selectedIndex ?? 0), column: -1 });
  const focusWanted = useRef(false);
  const selectWanted = useRef(false);
  const lang = useLang();
  const [themeHeight, setThemeHeight] = useState(rowHeightOfTheme);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the token changes with the language of the document
  useEffect(() => setThemeHeight(rowHeightOfTheme()), [lang]);
  const rowHeight = props.rowHeight ?? themeHeight;
  const focusedRow = Math.min(place.row, count - 1);
  const tracks = useMemo(() => columns.map((column) => column.width).join(' '), [columns]);

  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (focusedRow < 0 || focusedRow >= range.count || shown.includes(focusedRow)) return shown;
      return [...shown, focusedRow].sort((a, b) => a - b);
    },
    [focusedRow],
  );
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor,
  });
  // The height follows language and text size; sizes kept from before would tear the rows apart.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew exactly when the height changes
  useLayoutEffect(() => virtual.measure(), [rowHeight]);

  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => onVisible?.(first, last), [onVisible, first, last]);

  useEffect(() => {
    if (!focusWanted.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${focusedRow}"]`);
    const cell = place.column < 0 ? row : (row?.children[place.column] as HTMLElement | undefined);
    const target = focusedRow < 0 ? (cell?.querySelector('button') ?? cell) : cell;
    const takes = target?.hasAttribute('tabindex') ? target : row;
    if (!takes) return;
    focusWanted.current = false;
    takes.focus({ preventScroll: true });
  });

  // After the effect that gives the focus: the row it asks for is drawn with the next picture only.
  const lastSelected = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the selection, or what is known of its place, changes
  useEffect(() => {
    if (selectedIndex === undefined || selectedIndex < 0 || focusWanted.current) return;
    const isChosenAnew = lastSelected.current !== selectedKey;
    lastSelected.current = selectedKey;
    if (scroller.current?.contains(document.activeElement)) {
      // Chosen from outside the grid (next, previous): the focus goes along. Rows that merely moved leave it alone.
      if (!isChosenAnew || place.row === selectedIndex) return;
      focusWanted.current = true;
    }
    setPlace({ row: selectedIndex, column: -1 });
    virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, selectedKey]);

  const sortBy = (column: string): void => {
    onSort?.({ column, descending: sort?.column === column && !sort.descending });
  };
  const goTo = (next: GridPlace): void => {
    focusWanted.current = true;
    setPlace(next);
    if (next.row < 0) return;
    virtual.scrollToIndex(next.row, { align: 'auto' });
    const item = itemAt(next.row);
    selectWanted.current = item === undefined;
    if (item?.kind === 'row' && item.key !== selectedKey) onSelect?.(item.key);
  };
  // Reached before it was read: selected once it is there.
  useEffect(() => {
    const item = selectWanted.current ? itemAt(focusedRow) : undefined;
    if (!item) return;
    selectWanted.current = false;
    if (item.kind === 'row' && item.key !== selectedKey) onSelect?.(item.key);
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const target = event.target as HTMLElement;
    // A control inside a cell keeps its own keys.
    if (target.closest('input,textarea,select,[role=menu]')) return;
    const item = focusedRow < 0 ? undefined : itemAt(focusedRow);
    const height = scroller.current?.clientHeight ?? 0;
    const situation: GridSituation = {
      place: { row: focusedRow, column: place.column },
      rows: count,
      columns: columns.length,
      pageRows: Math.max(1, Math.floor((height - HEAD_HEIGHT) / rowHeight) - 1),
      isRtl: getComputedStyle(event.currentTarget).direction === 'rtl',
      group: item?.kind === 'group' ? (item.isOpen ? 'open' : 'closed') : 'none',
      canMark: onMark !== undefined,
    };
    const step = gridStep(event, situation);
    if (!step) return;
    if (step.kind === 'sort') {
      const column = columns[place.column];
      if (!column?.sortable || !onSort) return;
      event.preventDefault();
      sortBy(column.id);
      return;
    }
    event.preventDefault();
    if (step.kind === 'go') goTo(step.place);
    else if (step.kind === 'mark-all') onMarkAll?.();
    else if (step.kind === 'extend') {
      for (const passed of [item, itemAt(step.place.row)])
        if (passed?.kind === 'row') onMark?.(passed.key, true);
      goTo(step.place);
    } else if (!item) return;
    else if (item.kind === 'group') onToggleGroup?.(item.key);
    else if (step.kind === 'mark') onMark?.(item.key, !marked?.has(item.key));
    else if (step.kind === 'enter') onOpen?.(item.key);
  };

  const itemOf = (event: MouseEvent): { index: number; item: GridItem<R> | undefined } | undefined => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    const index = Number(row?.dataset.index ?? -1);
    return index < 0 ? undefined : { index, item: itemAt(index) };
  };
  const onClick = (event: MouseEvent): void => {
    if ((event.target as HTMLElement).closest('button,a,input')) return;
    const hit = itemOf(event);
    if (!hit) return;
    focusWanted.current = true;
    setPlace({ row: hit.index, column: -1 });
    if (hit.item?.kind === 'group') onToggleGroup?.(hit.item.key);
    else if (hit.item) onSelect?.(hit.item.key);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const hit = itemOf(event);
    if (hit?.item?.kind === 'row') onOpen?.(hit.item.key);
  };

  return (
    <div
      ref={scroller}
      className={classes('grid', className)}
      role={hasGroups ? 'treegrid' : 'grid'}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      {...(onMark && { 'aria-multiselectable': true })}
      onKeyDown={onKeyDown}
    >
      <GridHead
        columns={columns}
        tracks={tracks}
        sort={sort}
        focusColumn={focusedRow < 0 ? Math.max(0, place.column) : undefined}
        onSort={sortBy}
      />
      {count === 0 && empty && (
        <div role="rowgroup">
          <div role="row">
            <div role="gridcell" aria-colspan={columns.length}>
              {empty}
            </div>
          </div>
        </div>
      )}
      <div
        role="rowgroup"
        className="grid-body"
        style={{ blockSize: virtual.getTotalSize() }}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        {virtual.getVirtualItems().map((shown) => {
          const item = itemAt(shown.index);
          return (
            <GridRow
              // By place, not by record: a row that arrives late takes over the one that waited, focus and all.
              key={shown.index}
              item={item}
              index={shown.index}
              start={shown.start}
              height={rowHeight}
              columns={columns}
              tracks={tracks}
              isTree={hasGroups}
              isSelected={item !== undefined && item.key === selectedKey}
              isMarked={marked && item ? marked.has(item.key) : undefined}
              focusColumn={shown.index === focusedRow ? place.column : undefined}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The `--row` token in pixels: rows are placed by number, so the style sheet's height has to be read. */
function rowHeightOfTheme(): number {
  const declared = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'));
  return Number.isFinite(declared) && declared > 0 ? declared : 40;
}

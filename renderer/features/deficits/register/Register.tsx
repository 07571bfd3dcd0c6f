import { Download, ListChecks, Plus, SearchX } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterRow } from '../../../../shared/contract/index.ts';
import { useCall } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useShortcut } from '../../../app/keyboard/useShortcut.ts';
import { useCommands } from '../../../app/palette/commands.ts';
import { navigate, paths, setQueryParam, useRoute } from '../../../app/router.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { Button } from '../../../ui/Button.tsx';
import { PageHead } from '../../../ui/Card.tsx';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import type { GridItem, GridSort } from '../../../ui/grid/types.ts';
import { SplitPane } from '../../../ui/SplitPane.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useAreaNames } from '../areas.ts';
import type { AreaCode } from '../codes.ts';
import { Detail } from '../detail/Detail.tsx';
import { useNewDeficit } from '../mutations.ts';
import { referenceText } from '../reference.tsx';
import { useRegisterColumns } from './columns.tsx';
import { Filters } from './Filters.tsx';
import { takeRowFocus } from './focus.ts';
import { type Ask, useRegister } from './useRegister.ts';
import { useRegisterAddress } from './useRegisterAddress.ts';
import { useRested, useUrlState } from './useUrlState.ts';

const NONE_CLOSED: ReadonlySet<string> = new Set();

/** All deficits of the dialogue: searched, filtered, grouped, with the chosen one beside them. */
export function Register({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  const format = useFormat();
  const areas = useAreaNames();
  const { readOnly } = useDossier();
  const { query } = useRoute();
  const { filter: filters, sort, descending, isGrouped } = useRegisterAddress();
  const [typed = '', setTyped] = useUrlState('search');
  const [chosen, setChosen] = useUrlState('selected');
  const search = useRested(typed.trim(), 80);
  const [closed, setClosed] = useState(NONE_CLOSED);
  const [isDetailOpen, setDetailOpen] = useState(false);
  const { create, isPending: isCreating } = useNewDeficit(dossierId);

  const ask = useMemo<Ask>(
    () => ({
      dossier: dossierId,
      lang,
      filter: { ...filters, ...(search && { search: search.slice(0, 200) }) },
      sort,
      descending,
    }),
    [dossierId, lang, filters, search, sort, descending],
  );
  const facets = useCall(
    'register.facets',
    { dossier: dossierId, filter: ask.filter },
    { keepPrevious: true, recordTypes: ['deficit', 'evidence', 'strategy', 'dossier'] },
  );
  const [pinned, setPinned] = useState<number>();
  const register = useRegister({ ask, facets: facets.data, isGrouped, closed, pinned });
  const { itemAt, indexOf, count, total } = register;

  // The chosen one where it is among the rows, else the first: the pane is never about a row that is not there.
  const place = useCall(
    'register.position',
    { ...ask, id: chosen ?? '' },
    {
      enabled: chosen !== undefined && indexOf(chosen) === undefined && total !== undefined && !isGrouped,
      recordTypes: ['deficit'],
    },
  );
  const isOutside = chosen !== undefined && indexOf(chosen) === undefined && place.data?.index === null;
  const firstRow = useMemo(() => {
    for (let index = 0; index < Math.min(count, 8); index += 1) {
      const item = itemAt(index);
      if (item?.kind === 'row') return item.row.id;
    }
    return undefined;
  }, [count, itemAt]);
  const selected = chosen !== undefined && !isOutside ? chosen : firstRow;
  const selectedIndex =
    selected === undefined
      ? undefined
      : (indexOf(selected) ?? (isGrouped ? undefined : (place.data?.index ?? undefined)));
  if (selectedIndex !== pinned) setPinned(selectedIndex);

  const open = useCallback(
    (id: string) => {
      const kept = new URLSearchParams(query);
      kept.set('selected', id);
      navigate(paths.section(dossierId, 'deficits', id, Object.fromEntries(kept)));
    },
    [dossierId, query],
  );
  const step = (by: 1 | -1): boolean => {
    if (selectedIndex === undefined) return false;
    for (let index = selectedIndex + by; index >= 0 && index < count; index += by) {
      const item = itemAt(index);
      if (item?.kind === 'head') continue;
      if (!item) return true;
      setChosen(item.row.id);
      announce(
        t('stepped', { ref: referenceText(item.row.number), title: item.row.title?.text ?? t('untitled') }),
      );
      return true;
    }
    return true;
  };
  const latestStep = useRef(step);
  latestStep.current = step;
  const onStep = useCallback((by: 1 | -1) => void latestStep.current(by), []);
  const onOpen = useCallback(() => {
    if (selected !== undefined) open(selected);
  }, [open, selected]);
  const showDetail = useCallback(() => setDetailOpen(true), []);
  useShortcut({ key: 'BracketLeft' }, () => step(-1));
  useShortcut({ key: 'BracketRight' }, () => step(1));

  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selectedIndex === undefined || !takeRowFocus(selected)) return;
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>('[role=row][aria-selected=true]')?.focus(),
    );
  }, [selected, selectedIndex]);

  const newDeficit = useCallback(() => {
    const area = filters.area;
    create(area && area !== 'none' ? (area as AreaCode) : undefined);
  }, [create, filters.area]);
  useCommands(
    useMemo(
      () =>
        readOnly
          ? []
          : [{ id: 'deficits.new', label: t('new'), icon: <Plus size={15} aria-hidden />, run: newDeficit }],
      [readOnly, t, newDeficit],
    ),
  );

  const columns = useRegisterColumns(search);
  // One object a row for as long as the row is the same: the grid draws anew only what is another.
  const [gridRows] = useState(() => new WeakMap<RegisterRow, GridItem<RegisterRow>>());
  const gridItem = useCallback(
    (index: number): GridItem<RegisterRow> | undefined => {
      const item = itemAt(index);
      if (!item) return undefined;
      if (item.kind === 'row') {
        const known = gridRows.get(item.row) ?? { kind: 'row', key: item.row.id, row: item.row };
        gridRows.set(item.row, known);
        return known;
      }
      const area = item.area === 'none' ? null : item.area;
      return {
        kind: 'group',
        key: item.area,
        isOpen: item.isOpen,
        head: (
          <span className="deficits-group">
            <AreaIcon area={area} />
            <strong>{areas.full(area)}</strong>
            <span className="muted num">{format.count(item.rows)}</span>
          </span>
        ),
      };
    },
    [itemAt, areas, format, gridRows],
  );
  const clear = useCallback(() => {
    setTyped(undefined);
    for (const name of ['area', 'outcome', 'confidentiality', 'flag', 'search'])
      setQueryParam(name, undefined);
  }, [setTyped]);

  const isFiltered = search !== '' || Object.keys(filters).length > 0;
  const gridSort = useMemo<GridSort>(() => ({ column: sort, descending }), [sort, descending]);
  const all = facets.data?.all;
  const subtitle =
    total === undefined
      ? undefined
      : isFiltered
        ? t('found', { count: total })
        : t('count', { count: total });

  return (
    <SplitPane
      detailLabel={t('detail.label')}
      isDetailOpen={isDetailOpen}
      onDetailClose={() => setDetailOpen(false)}
      detail={
        selected === undefined ? undefined : (
          <Detail dossierId={dossierId} id={selected} query={search} onOpen={onOpen} onStep={onStep} />
        )
      }
      main={
        <section className="pane deficits-register" aria-label={t('title')} ref={grid}>
          <PageHead
            title={t('title')}
            subtitle={subtitle}
            actions={
              <>
                <a className="button" href={paths.section(dossierId, 'export')}>
                  <Download size={15} aria-hidden />
                  {t('export')}
                </a>
                {!readOnly && (
                  <Button
                    variant="primary"
                    icon={<Plus size={16} aria-hidden />}
                    isPending={isCreating}
                    onPress={newDeficit}
                  >
                    {t('new')}
                  </Button>
                )}
              </>
            }
          />
          <Filters
            filter={ask.filter}
            facets={facets.data}
            search={typed}
            onSearch={setTyped}
            isGrouped={isGrouped}
            onClear={clear}
            onShowDetail={showDetail}
          />
          {register.error !== null && register.error !== undefined ? (
            <ErrorState error={register.error} onRetry={register.refetch} />
          ) : total === undefined ? (
            <Skeleton lines={10} height={28} />
          ) : (
            <DataGrid
              // Grouped and ungrouped, the same index is another place: each begins at its top.
              key={isGrouped ? 'grouped' : 'flat'}
              className={register.isStale ? 'stale' : undefined}
              label={t('title')}
              columns={columns}
              count={count}
              itemAt={gridItem}
              onVisible={register.onVisible}
              hasGroups={isGrouped}
              selectedKey={selected}
              // A row that only stands in for a choice draws no focus and no scrolling to itself.
              selectedIndex={chosen === selected ? selectedIndex : undefined}
              onSelect={setChosen}
              onOpen={open}
              onToggleGroup={(area) =>
                setClosed((now) => {
                  const next = new Set(now);
                  if (!next.delete(area)) next.add(area);
                  return next;
                })
              }
              sort={gridSort}
              onSort={(next) => {
                setQueryParam('sort', next.column === 'number' ? undefined : next.column);
                setQueryParam('descending', next.descending ? '1' : undefined);
              }}
              empty={
                isFiltered ? (
                  <EmptyState
                    icon={<SearchX size={28} strokeWidth={1.5} aria-hidden />}
                    title={t('empty.found')}
                    action={<Button onPress={clear}>{t('clearFilters')}</Button>}
                  >
                    {t('empty.foundText')}
                  </EmptyState>
                ) : (
                  <EmptyState
                    icon={<ListChecks size={28} strokeWidth={1.5} aria-hidden />}
                    title={t('empty.title')}
                    action={
                      !readOnly &&
                      all === 0 && (
                        <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={newDeficit}>
                          {t('new')}
                        </Button>
                      )
                    }
                  >
                    {t('empty.text')}
                  </EmptyState>
                )
              }
            />
          )}
        </section>
      }
    />
  );
}

import { Download, ListChecks, Plus, SearchX } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterRow } from '../../../../shared/contract/index.ts';
import { useCall } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useShortcut } from '../../../app/keyboard/useShortcut.ts';
import { useCommands } from '../../../app/palette/commands.ts';
import { navigate, paths, setQueryParam, useRoute } from '../../../app/router.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { PageHead } from '../../../ui/Card.tsx';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import type { GridItem, GridSort } from '../../../ui/grid/types.ts';
import { SplitPane } from '../../../ui/SplitPane.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import type { AreaCode } from '../codes.ts';
import { Detail } from '../detail/Detail.tsx';
import { useNewDeficit } from '../mutations.ts';
import { referenceText } from '../reference.tsx';
import { extrasAmong, usualSort } from './address.ts';
import { useRegisterColumns, useShownColumns } from './columns.tsx';
import { Filters } from './Filters.tsx';
import { takeRowFocus } from './focus.ts';
import { GroupHead } from './GroupHead.tsx';
import { PastNotice } from './LookBack.tsx';
import { MarkBar } from './MarkBar.tsx';
import { Tools } from './Tools.tsx';
import { useMarks } from './useMarks.ts';
import { type Ask, followedAt, useRegister } from './useRegister.ts';
import { useRegisterAddress } from './useRegisterAddress.ts';
import { useRested, useUrlState } from './useUrlState.ts';

const NONE_CLOSED: ReadonlySet<string> = new Set();

/** A register of another moment is another register: nothing of one is shown while the other is being made. */
export function Register({ dossierId }: { readonly dossierId: string }) {
  const { asOf } = useRegisterAddress();
  return <RegisterAt key={asOf ?? 'now'} dossierId={dossierId} />;
}

/** All deficits of the dialogue: searched, filtered, grouped, with the chosen one beside them. */
function RegisterAt({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  const { readOnly } = useDossier();
  const { query } = useRoute();
  const { filter: filters, sort, descending, group, columns: chosenColumns, asOf } = useRegisterAddress();
  const isGrouped = group !== undefined;
  const canEdit = readOnly === null && asOf === undefined;
  const shown = useShownColumns(chosenColumns);
  const [typed = '', setTyped] = useUrlState('search');
  const [chosen, setChosen] = useUrlState('selected');
  const search = useRested(typed.trim(), 80);
  const [closed, setClosed] = useState(NONE_CLOSED);
  // Groups of another kind are other groups, though some are called alike.
  const [closedIn, setClosedIn] = useState(group);
  if (closedIn !== group) {
    setClosedIn(group);
    setClosed(NONE_CLOSED);
  }
  const [isDetailOpen, setDetailOpen] = useState(false);
  const { create, isPending: isCreating } = useNewDeficit(dossierId);

  const ask = useMemo<Ask>(
    () => ({
      dossier: dossierId,
      lang,
      filter: { ...filters, ...(search && { search: search.slice(0, 200) }) },
      sort,
      descending,
      ...(extrasAmong(shown).length > 0 && { columns: extrasAmong(shown) }),
      ...(asOf !== undefined && { asOf }),
    }),
    [dossierId, lang, filters, search, sort, descending, shown, asOf],
  );
  const facets = useCall(
    'register.facets',
    {
      dossier: dossierId,
      filter: ask.filter,
      ...(group === 'priority' && { byPriority: true }),
      ...(asOf !== undefined && { asOf }),
    },
    { keepPrevious: true, recordTypes: followedAt(asOf) },
  );
  const [pinned, setPinned] = useState<number>();
  const register = useRegister({ ask, facets: facets.data, group, closed, pinned });
  const marks = useMarks(dossierId, ask.filter);
  const { itemAt, indexOf, count, total } = register;

  const { columns: _extras, ...placed } = ask;
  // The chosen one where it is among the rows, else the first: the pane is never about a row that is not there.
  const place = useCall(
    'register.position',
    { ...placed, id: chosen ?? '' },
    {
      enabled: chosen !== undefined && indexOf(chosen) === undefined && total !== undefined && !isGrouped,
      recordTypes: asOf === undefined ? ['deficit'] : [],
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
      // What was is read where it stands; an editor is of now.
      if (asOf !== undefined) return;
      const kept = new URLSearchParams(query);
      kept.set('selected', id);
      navigate(paths.section(dossierId, 'deficits', id, Object.fromEntries(kept)));
    },
    [dossierId, query, asOf],
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
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>('[role=row].selected')?.focus());
  }, [selected, selectedIndex]);

  const newDeficit = useCallback(() => {
    const area = filters.area;
    create(area && area !== 'none' ? (area as AreaCode) : undefined);
  }, [create, filters.area]);
  useCommands(
    useMemo(
      () =>
        canEdit
          ? [{ id: 'deficits.new', label: t('new'), icon: <Plus size={15} aria-hidden />, run: newDeficit }]
          : [],
      [canEdit, t, newDeficit],
    ),
  );

  const columns = useRegisterColumns(search, shown, canEdit ? marks.mark : undefined);
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
      return {
        kind: 'group',
        key: item.group,
        isOpen: item.isOpen,
        head: group && <GroupHead by={group} id={item.group} rows={item.rows} />,
      };
    },
    [itemAt, group, gridRows],
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
          <Detail
            dossierId={dossierId}
            id={selected}
            query={search}
            asOf={asOf}
            onOpen={onOpen}
            onStep={onStep}
          />
        )
      }
      main={
        <section className="pane deficits-register" aria-label={t('title')} ref={grid}>
          <PageHead
            title={t('title')}
            subtitle={subtitle}
            actions={
              <>
                <Tools dossierId={dossierId} shown={shown} asOf={asOf} />
                <a className="button" href={paths.section(dossierId, 'export')}>
                  <Download size={15} aria-hidden />
                  {t('export')}
                </a>
                {canEdit && (
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
          {asOf !== undefined && <PastNotice dossierId={dossierId} asOf={asOf} />}
          <Filters
            filter={ask.filter}
            facets={facets.data}
            search={typed}
            onSearch={setTyped}
            group={group}
            onClear={clear}
            onShowDetail={showDetail}
          />
          {canEdit && <MarkBar dossierId={dossierId} marks={marks} />}
          {register.error !== null && register.error !== undefined ? (
            <ErrorState error={register.error} onRetry={register.refetch} />
          ) : total === undefined ? (
            <Skeleton lines={10} height={28} />
          ) : (
            <DataGrid
              // Grouped and ungrouped, the same index is another place: each begins at its top.
              key={group ?? 'flat'}
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
              // Until one is marked the chosen row is the selected one.
              marked={canEdit && marks.marked.size > 0 ? marks.marked : undefined}
              onMark={canEdit ? marks.mark : undefined}
              onMarkAll={canEdit ? marks.markAll : undefined}
              onToggleGroup={(id) =>
                setClosed((now) => {
                  const next = new Set(now);
                  if (!next.delete(id)) next.add(id);
                  return next;
                })
              }
              sort={gridSort}
              onSort={(next) => {
                setQueryParam('sort', next.column === usualSort(group) ? undefined : next.column);
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
                      canEdit &&
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

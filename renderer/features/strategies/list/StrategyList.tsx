import { ChevronRight, PieChart, Plus, Route } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StrategyRow } from '../../../../shared/contract/index.ts';
import { type Labels, pick } from '../../../../shared/domain/languages.ts';
import { navigate, paths } from '../../../app/router.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { PageHead } from '../../../ui/Card.tsx';
import { PositionSet } from '../../../ui/constituency.tsx';
import { DataGrid, useArrayItems } from '../../../ui/grid/DataGrid.tsx';
import type { GridColumn, GridItem } from '../../../ui/grid/types.ts';
import { SplitPane } from '../../../ui/SplitPane.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx';
import { useIsNarrow } from '../../../ui/useMedia.ts';
import { useAreaName, useCreate, useIsReadOnly } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';
import { Reference } from '../parts/Reference.tsx';
import { SumOf } from '../parts/Sums.tsx';
import { useOverview, useStrategies } from '../queries.ts';
import { Coverage } from './Coverage.tsx';

/** The strategies with what is known of each, and beside them the deficits that none of them answers. */
export function StrategyList({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('strategies');
  const { data, error, refetch } = useStrategies(dossierId);
  const overview = useOverview(dossierId);
  const isNarrow = useIsNarrow();
  const isReadOnly = useIsReadOnly();
  const { create, isPending } = useCreate(dossierId);
  const [selected, setSelected] = useState<string>();
  const [isSideOpen, setSideOpen] = useState(false);
  const columns = useColumns(dossierId);
  const items = useMemo<readonly GridItem<StrategyRow>[]>(
    () => (data ?? []).map((row) => ({ kind: 'row', key: row.id, row })),
    [data],
  );
  const { count, itemAt } = useArrayItems(items);
  const add = async (): Promise<void> => {
    const made = await create('strategy', { confidentiality: 'secretariat' });
    if (made) navigate(paths.section(dossierId, 'strategies', made.record.id, { new: '1' }));
  };
  const newButton = !isReadOnly && (
    <Button
      variant="primary"
      icon={<Plus size={16} aria-hidden />}
      isPending={isPending}
      onPress={() => void add()}
    >
      {t('new')}
    </Button>
  );
  return (
    <SplitPane
      detailLabel={t('coverage.title')}
      isDetailOpen={isSideOpen}
      onDetailClose={() => setSideOpen(false)}
      main={
        <div className="pane strategies">
          <PageHead
            title={t('title')}
            subtitle={data && t('count', { count: data.length })}
            actions={
              <>
                {isNarrow && (
                  <Button icon={<PieChart size={15} aria-hidden />} onPress={() => setSideOpen(true)}>
                    {t('coverage.title')}
                  </Button>
                )}
                {newButton}
              </>
            }
          />
          {error && <ErrorState error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Skeleton lines={8} />}
          {data && (
            <DataGrid<StrategyRow>
              label={t('title')}
              columns={columns}
              count={count}
              itemAt={itemAt}
              rowHeight={66}
              selectedKey={selected}
              onSelect={setSelected}
              onOpen={(id) => navigate(paths.section(dossierId, 'strategies', id))}
              empty={
                <EmptyState
                  icon={<Route size={28} strokeWidth={1.5} aria-hidden />}
                  title={t('empty')}
                  action={newButton || undefined}
                >
                  {t('emptyText')}
                </EmptyState>
              }
            />
          )}
        </div>
      }
      detail={
        <Coverage
          dossierId={dossierId}
          overview={overview.data}
          error={overview.error}
          onRetry={() => void overview.refetch()}
        />
      }
    />
  );
}

function useColumns(dossierId: string): readonly GridColumn<StrategyRow>[] {
  const { t } = useTranslation('strategies');
  const lang = useLang();
  const format = useFormat();
  const areaName = useAreaName();
  const names = useConstituencyNames();
  return useMemo<readonly GridColumn<StrategyRow>[]>(
    () => [
      {
        id: 'number',
        header: t('column.number'),
        width: '66px',
        cell: (row) => <Reference letter="S" number={row.number} />,
      },
      {
        id: 'title',
        header: t('column.title'),
        width: 'minmax(0, 1fr)',
        isRowHeader: true,
        cell: (row) => (
          <span className="strategies-title">
            <AreaIcon area={row.area} />
            <span>
              <span className="strategies-name" title={areaName(row.area)}>
                {pick(row.title as Labels, lang)?.value ?? t('untitled')}
              </span>
              {row.inConflict && <span className="strategies-conflict">{t('inConflict')}</span>}
            </span>
          </span>
        ),
      },
      {
        id: 'outcome',
        header: t('column.outcome'),
        width: '132px',
        cell: (row) => <OutcomeStatus outcome={row.outcome} />,
      },
      {
        id: 'positions',
        header: t('column.positions'),
        width: '120px',
        cell: (row) => <PositionSet positions={row.positions} changed={row.changedSince} names={names} />,
      },
      {
        id: 'deficits',
        header: t('column.deficits'),
        width: '72px',
        cell: (row) => <span className="num">{format.count(row.deficits)}</span>,
      },
      {
        id: 'cost',
        header: t('money.cost'),
        width: '116px',
        cell: (row) => <SumOf lines={row.costs} of="cost" />,
      },
      {
        id: 'gap',
        header: t('column.gap'),
        width: '116px',
        cell: (row) => <SumOf lines={row.costs} of="gap" />,
      },
      {
        id: 'open',
        header: t('column.open'),
        width: '56px',
        cell: (row) => (
          <IconButton
            size="s"
            excludeFromTabOrder
            label={t('openOf', { name: pick(row.title as Labels, lang)?.value ?? t('untitled') })}
            icon={<ChevronRight size={16} aria-hidden className="flip" />}
            onPress={() => navigate(paths.section(dossierId, 'strategies', row.id))}
          />
        ),
      },
    ],
    [t, dossierId, lang, format, areaName, names],
  );
}

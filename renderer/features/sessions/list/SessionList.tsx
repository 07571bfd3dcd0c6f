import { CalendarRange, ChevronRight, Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../../shared/contract/index.ts';
import { navigate, paths } from '../../../app/router.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { PageHead } from '../../../ui/Card.tsx';
import { DataGrid, useArrayItems } from '../../../ui/grid/DataGrid.tsx';
import type { GridColumn, GridItem } from '../../../ui/grid/types.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx';
import { useIsReadOnly } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';
import { useSessions } from '../plan/queries.ts';
import { useReckoned, useSpan } from '../plan/times.ts';
import { KindIcon, PhaseStatus, titleOf, useSessionTitle } from '../plan/words.tsx';
import { NewSession } from './NewSession.tsx';
import '../sessions.css';

/** By day and time; those without a day come last. */
const whenOf = (row: SessionRow): string => `${row.start ?? '9'} ${row.startTime ?? ''}`;

/** Every session of the dialogue: what it is, when, how far it has come and what came of it. */
export function SessionList({ dossierId }: { readonly dossierId: string }): ReactNode {
  // What the dialog needs is there before it opens, so that the list stays in its place.
  const { t } = useTranslation(['sessions', 'editing']);
  const { data, error, refetch } = useSessions(dossierId);
  const isReadOnly = useIsReadOnly();
  const [selected, setSelected] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const columns = useColumns(dossierId, data);
  const items = useMemo<readonly GridItem<SessionRow>[]>(
    () =>
      [...(data ?? [])]
        .sort((a, b) => whenOf(a).localeCompare(whenOf(b)))
        .map((row) => ({ kind: 'row', key: row.id, row })),
    [data],
  );
  const { count, itemAt } = useArrayItems(items);
  const newButton = !isReadOnly && (
    <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setAdding(true)}>
      {t('new.action')}
    </Button>
  );
  return (
    <div className="split">
      <div className="pane sessions">
        <PageHead
          title={t('title')}
          subtitle={data && t('count', { count: data.length })}
          actions={newButton || undefined}
        />
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={8} />}
        {data && (
          <DataGrid<SessionRow>
            label={t('title')}
            columns={columns}
            count={count}
            itemAt={itemAt}
            rowHeight={62}
            selectedKey={selected}
            onSelect={setSelected}
            onOpen={(id) => navigate(paths.section(dossierId, 'sessions', id))}
            empty={
              <EmptyState
                icon={<CalendarRange size={28} strokeWidth={1.5} aria-hidden />}
                title={t('empty')}
                action={newButton || undefined}
              >
                {t('emptyText')}
              </EmptyState>
            }
          />
        )}
        {isAdding && (
          <NewSession
            dossierId={dossierId}
            onClose={() => setAdding(false)}
            onMade={(id) => navigate(paths.section(dossierId, 'sessions', id))}
          />
        )}
      </div>
    </div>
  );
}

function useColumns(
  dossierId: string,
  rows: readonly SessionRow[] | undefined,
): readonly GridColumn<SessionRow>[] {
  const { t } = useTranslation(['sessions', 'ui']);
  const format = useFormat();
  const span = useSpan();
  const named = useSessionTitle();
  const seats = useConstituencyNames();
  return useMemo<readonly GridColumn<SessionRow>[]>(
    () => [
      {
        id: 'title',
        header: t('column.title'),
        width: 'minmax(0, 1fr)',
        isRowHeader: true,
        cell: (row) => (
          <span className="sessions-title">
            <KindIcon kind={row.kind} />
            <span>
              <span className="clip-2">{named(row.title)}</span>
              <small className="muted clip-1">
                {t(`kind.${row.kind}`)}
                {row.constituency && ` · ${seats[row.constituency]}`}
                {row.table !== null && ` · ${t('tableN', { n: row.table })}`}
                {row.within && titleOf(rows, row.within) && <> · {named(titleOf(rows, row.within) ?? {})}</>}
              </small>
            </span>
          </span>
        ),
      },
      {
        id: 'when',
        header: t('column.when'),
        width: '150px',
        cell: (row) => <When row={row} />,
      },
      {
        id: 'phase',
        header: t('column.phase'),
        width: '132px',
        cell: (row) => (
          <span className="sessions-stack">
            <PhaseStatus phase={row.phase} day={row.start} />
            {row.isLeftOpen && <small className="sessions-warn">{t('leftOpen')}</small>}
            {row.minutesPhase && (
              <small className="muted">
                {t(`minutesPhase.${row.minutesPhase as 'draft' | 'amended' | 'final'}`)}
              </small>
            )}
          </span>
        ),
      },
      {
        id: 'level',
        header: t('column.level'),
        width: '120px',
        cell: (row) => t(`level.name.${row.level}`),
      },
      {
        id: 'agenda',
        header: t('column.agenda'),
        width: '128px',
        cell: (row) =>
          row.items === 0 && row.minutes === 0 ? (
            <span className="muted">{t('agenda.none')}</span>
          ) : (
            <span className="sessions-stack">
              <span>{t('items', { count: row.items })}</span>
              <small className="muted num">{span(row.minutes)}</small>
            </span>
          ),
      },
      {
        id: 'points',
        header: t('column.points'),
        width: '80px',
        cell: (row) => <span className="num">{format.count(row.points)}</span>,
      },
      {
        id: 'decisions',
        header: t('column.decisions'),
        width: '80px',
        cell: (row) => <span className="num">{format.count(row.decisions)}</span>,
      },
      {
        id: 'open',
        header: t('column.open'),
        width: '56px',
        cell: (row) => (
          <IconButton
            size="s"
            excludeFromTabOrder
            label={t('openOf', { name: named(row.title) })}
            icon={<ChevronRight size={16} aria-hidden className="flip" />}
            onPress={() => navigate(paths.section(dossierId, 'sessions', row.id))}
          />
        ),
      },
    ],
    [t, dossierId, rows, format, span, named, seats],
  );
}

function When({ row }: { readonly row: SessionRow }): ReactNode {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const at = useReckoned(row.startTime ?? undefined);
  if (!row.start) return <span className="muted">{t('missing.not-asked')}</span>;
  return (
    <span className="sessions-stack">
      <span className="clip-2">{format.date(row.start)}</span>
      {row.startTime && <small className="muted num">{at(0)}</small>}
    </span>
  );
}

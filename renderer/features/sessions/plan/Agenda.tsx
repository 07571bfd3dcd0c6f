import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView, SessionRow } from '../../../../shared/contract/index.ts';
import type { Session } from '../../../../shared/domain/records/index.ts';
import { invoke } from '../../../app/calls.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState, Skeleton, useErrorText } from '../../../ui/states.tsx';
import { announce, showToast } from '../../../ui/toasts.ts';
import { useIsReadOnly } from '../../editing/index.ts';
import { AddItem } from './AddItem.tsx';
import { AgendaRow, ExpectedTime } from './AgendaRow.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { moved } from './order.ts';
import { useAgenda } from './queries.ts';
import { Templates } from './Templates.tsx';
import { type Slot, slotsOf, useReckoned, useSpan } from './times.ts';
import { useExpected } from './useExpected.ts';
import { useRowDrag } from './useRowDrag.ts';
import { useItemTitle } from './words.tsx';

type View = RecordView<'agendaItem'>;
const orderOf = ({ record }: View): number => record.order ?? 1_000_000;

/** The agenda in order, with the time of day each item comes to. */
export function Agenda({
  dossierId,
  session,
  rows,
}: {
  readonly dossierId: string;
  readonly session: Session;
  readonly rows: readonly SessionRow[];
}): ReactNode {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const span = useSpan();
  const errorText = useErrorText();
  const titleOf = useItemTitle();
  const { views, error, refetch } = useAgenda(dossierId, session.id);
  const isFixed = useIsReadOnly() || session.phase === 'closed';
  const at = useReckoned(session.startTime);
  const [opened, setOpened] = useState<string>();
  const items = useMemo(() => [...(views ?? [])].sort((a, b) => orderOf(a) - orderOf(b)), [views]);
  const slots = useMemo(() => slotsOf(items.map(({ record }) => record)), [items]);
  const openedView = items.find(({ record }) => record.id === opened);
  const total = slots.at(-1)?.to ?? 0;
  const table = useRef<HTMLTableElement>(null);
  const back = useRef<string>(undefined);

  // A row that moved keeps the focus; a button that can go no further gives it to the item's title.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the order has changed
  useEffect(() => {
    const id = back.current;
    back.current = undefined;
    const row = id && table.current?.querySelector<HTMLElement>(`[data-item="${id}"]`);
    if (!row || (row.contains(document.activeElement) && !document.activeElement?.matches(':disabled')))
      return;
    row.querySelector<HTMLElement>('.sessions-open')?.focus();
  }, [items]);

  /** Written by the keys and by the pointer alike. */
  const move = async (index: number, to: number): Promise<void> => {
    const view = items[index];
    if (!view || isFixed) return;
    const writes = moved(
      items.map((item) => ({ id: item.record.id, order: orderOf(item) })),
      index,
      to,
    );
    if (writes.length === 0) return;
    back.current = view.record.id;
    try {
      for (const { id, order } of writes)
        await invoke('record.edit', { dossier: dossierId, type: 'agendaItem', id, members: { order } });
      announce(t('agenda.moved', { name: titleOf(view.record), n: to + 1, of: items.length }));
    } catch (failure) {
      showToast({ tone: 'bad', text: errorText(failure).what });
    }
  };

  const expected = useExpected(dossierId, session);
  const drag = useRowDrag(
    table,
    (id, to) =>
      void move(
        items.findIndex(({ record }) => record.id === id),
        to,
      ),
  );
  const lateMin = Math.round((expected?.driftMs ?? 0) / 60_000);

  return (
    <Card title={t('agenda.title')} count={views && format.count(items.length)}>
      {error && <ErrorState error={error} size="inline" onRetry={() => void refetch()} />}
      {!views && !error && <Skeleton lines={5} />}
      {views && items.length === 0 && (
        <>
          <p className="muted sessions-note">{t('agenda.empty')}</p>
          {!isFixed && <Templates dossierId={dossierId} session={session} rows={rows} />}
        </>
      )}
      {items.length > 0 && (
        <table className="sessions-agenda" ref={table}>
          <caption className="visually-hidden">{t('agenda.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('agenda.time')}</th>
              <th scope="col">{t('agenda.item')}</th>
              <th scope="col">{t('agenda.minutes')}</th>
              {!isFixed && (
                <th scope="col">
                  <span className="visually-hidden">{t('agenda.order')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {items.map((view, index) => (
              <AgendaRow
                key={view.record.id}
                dossierId={dossierId}
                view={view}
                slot={slots[index] as Slot}
                reckoned={at}
                expected={expected}
                isFixed={isFixed}
                drag={drag.handleOf(view.record.id, index)}
                dragClass={drag.classOf(index)}
                isFirst={index === 0}
                isLast={index === items.length - 1}
                onOpen={() => setOpened(view.record.id)}
                onMove={(by) => void move(index, index + by)}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td className="num sessions-time">
                {at(total)}
                {expected && <ExpectedTime instant={expected.end} isLate={lateMin > 0} />}
              </td>
              <th scope="row">
                {t('agenda.end')}
                {expected && (
                  <small className={lateMin > 0 ? 'sessions-warn' : 'muted'}>
                    {lateMin > 0 ? t('agenda.late', { count: lateMin }) : t('agenda.onTime')}
                  </small>
                )}
              </th>
              <td className="num">{span(total)}</td>
              {!isFixed && <td />}
            </tr>
          </tfoot>
        </table>
      )}
      {!isFixed && views && (
        <AddItem
          dossierId={dossierId}
          session={session.id}
          last={items.length > 0 ? orderOf(items.at(-1) as View) : undefined}
        />
      )}
      {!isFixed && items.length > 1 && <p className="muted sessions-note">{t('agenda.keys')}</p>}
      {openedView && (
        <ItemDialog
          dossierId={dossierId}
          view={openedView}
          isFixed={isFixed}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Card>
  );
}

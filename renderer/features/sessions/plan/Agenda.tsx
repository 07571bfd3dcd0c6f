import { ArrowDown, ArrowUp, Link2, NotebookPen } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView, SessionRow } from '../../../../shared/contract/index.ts';
import type { Session } from '../../../../shared/domain/records/index.ts';
import { invoke } from '../../../app/calls.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState, Skeleton, useErrorText } from '../../../ui/states.tsx';
import { announce, showToast } from '../../../ui/toasts.ts';
import { RecordProvider, useIsReadOnly } from '../../editing/index.ts';
import { AddItem } from './AddItem.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { MinutesField } from './MinutesField.tsx';
import { moved } from './order.ts';
import { useAgenda } from './queries.ts';
import { Templates } from './Templates.tsx';
import { type Slot, slotsOf, useReckoned, useSpan } from './times.ts';
import { ItemIcon, useItemTitle } from './words.tsx';

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

  const move = async (index: number, by: 1 | -1): Promise<void> => {
    const view = items[index];
    if (!view || isFixed) return;
    const writes = moved(
      items.map((item) => ({ id: item.record.id, order: orderOf(item) })),
      index,
      by,
    );
    if (writes.length === 0) return;
    back.current = view.record.id;
    try {
      for (const { id, order } of writes)
        await invoke('record.edit', { dossier: dossierId, type: 'agendaItem', id, members: { order } });
      announce(t('agenda.moved', { name: titleOf(view.record), n: index + by + 1, of: items.length }));
    } catch (failure) {
      showToast({ tone: 'bad', text: errorText(failure).what });
    }
  };

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
              <Row
                key={view.record.id}
                dossierId={dossierId}
                view={view}
                slot={slots[index] as Slot}
                reckoned={at}
                isFixed={isFixed}
                isFirst={index === 0}
                isLast={index === items.length - 1}
                onOpen={() => setOpened(view.record.id)}
                onMove={(by) => void move(index, by)}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td className="num">{at(total)}</td>
              <th scope="row">{t('agenda.end')}</th>
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

function Row({
  dossierId,
  view,
  slot,
  reckoned,
  isFixed,
  isFirst,
  isLast,
  onOpen,
  onMove,
}: {
  readonly dossierId: string;
  readonly view: View;
  readonly slot: Slot;
  readonly reckoned: (after: number) => string;
  readonly isFixed: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onOpen: () => void;
  readonly onMove: (by: 1 | -1) => void;
}): ReactNode {
  const { t } = useTranslation('sessions');
  const span = useSpan();
  const titleOf = useItemTitle();
  const { record } = view;
  const kind = record.kind ?? 'item';
  const links = (record.deficits?.length ?? 0) + (record.clauses?.length ?? 0);
  const name = titleOf(record);
  const kindName = kind === 'item' ? undefined : t(`itemKind.${kind}`);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.code !== 'ArrowUp' && event.code !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.code === 'ArrowUp' ? -1 : 1);
  };
  return (
    <tr
      data-item={record.id}
      className={kind === 'item' ? undefined : 'sessions-break'}
      onKeyDownCapture={onKeyDown}
    >
      <td className="num sessions-time">{reckoned(slot.from)}</td>
      <th scope="row">
        <span className="sessions-title">
          <ItemIcon kind={kind} />
          <span>
            <button type="button" className="sessions-open" aria-haspopup="dialog" onClick={onOpen}>
              {name}
            </button>
            {(links > 0 || record.notes || (kindName && kindName !== name) || view.conflicts.length > 0) && (
              <small className="muted sessions-marks">
                {kindName && kindName !== name && <span>{kindName}</span>}
                {links > 0 && (
                  <span>
                    <Link2 size={12} aria-hidden /> {t('item.links', { count: links })}
                  </span>
                )}
                {record.notes && (
                  <span>
                    <NotebookPen size={12} aria-hidden /> {t('item.hasNotes')}
                  </span>
                )}
                {view.conflicts.length > 0 && <span className="sessions-warn">{t('inConflict')}</span>}
              </small>
            )}
          </span>
        </span>
      </th>
      <td>
        {isFixed ? (
          <span className="num">{span(record.minutes ?? 0)}</span>
        ) : (
          <RecordProvider dossierId={dossierId} type="agendaItem" view={view}>
            <MinutesField label={t('agenda.minutesOf', { name })} hideLabel />
          </RecordProvider>
        )}
        {record.spentMs !== undefined && (
          <small className="muted num">
            {t('item.spent', { span: span(Math.round(record.spentMs / 60_000)) })}
          </small>
        )}
      </td>
      {!isFixed && (
        <td>
          <div className="sessions-move">
            <IconButton
              size="s"
              label={t('agenda.up', { name })}
              icon={<ArrowUp size={14} aria-hidden />}
              isDisabled={isFirst}
              onPress={() => onMove(-1)}
            />
            <IconButton
              size="s"
              label={t('agenda.down', { name })}
              icon={<ArrowDown size={14} aria-hidden />}
              isDisabled={isLast}
              onPress={() => onMove(1)}
            />
          </div>
        </td>
      )}
    </tr>
  );
}

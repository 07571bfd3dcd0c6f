import { ArrowDown, ArrowUp, GripVertical, Link2, NotebookPen } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { RecordProvider } from '../../editing/index.ts';
import { MinutesField } from './MinutesField.tsx';
import { type Slot, useSpan } from './times.ts';
import type { Expected } from './useExpected.ts';
import type { RowDrag } from './useRowDrag.ts';
import { ItemIcon, useItemTitle } from './words.tsx';

/** The time an item is expected at now, under the one it was planned for. */
export function ExpectedTime({
  instant,
  isLate,
}: {
  readonly instant: string;
  readonly isLate: boolean;
}): ReactNode {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  return (
    <small className={isLate ? 'sessions-warn' : 'muted'}>
      {t('agenda.expected', { time: format.time(instant) })}
    </small>
  );
}

/** One item of the agenda: its time, its title, its minutes, and the ways to move it. */
export function AgendaRow({
  dossierId,
  view,
  slot,
  reckoned,
  expected,
  isFixed,
  drag,
  dragClass,
  isFirst,
  isLast,
  onOpen,
  onMove,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'agendaItem'>;
  readonly slot: Slot;
  readonly reckoned: (after: number) => string;
  readonly expected: Expected | undefined;
  readonly isFixed: boolean;
  readonly drag: ReturnType<RowDrag['handleOf']>;
  readonly dragClass: string | undefined;
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
  const start = expected?.starts.get(record.id);
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
      className={classes(kind !== 'item' && 'sessions-break', dragClass)}
      onKeyDownCapture={onKeyDown}
    >
      <td className="num sessions-time">
        {reckoned(slot.from)}
        {start && <ExpectedTime instant={start} isLate={(expected?.driftMs ?? 0) >= 30_000} />}
        {expected?.now === record.id && <small>{t('agenda.underWay')}</small>}
      </td>
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
            <span className="sessions-drag" aria-hidden="true" {...drag}>
              <GripVertical size={14} />
            </span>
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

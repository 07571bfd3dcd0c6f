import { Check, Coffee, MoonStar, UtensilsCrossed } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../../shared/contract/index.ts';
import type { ItemKind } from '../../../../../shared/domain/floor/constants.ts';
import type { FloorState } from '../../../../../shared/domain/floor/state.ts';
import { pick } from '../../../../../shared/domain/languages.ts';
import { useCall } from '../../../../app/calls.ts';
import { paths } from '../../../../app/router.ts';
import { useFormat, useLang } from '../../../../i18n/useFormat.ts';
import { BestText } from '../../../../ui/BestText.tsx';
import { Card } from '../../../../ui/Card.tsx';
import { MINUTE, minutesOf } from '../times.ts';
import type { FloorAct } from '../useFloor.ts';

export type ItemView = RecordView<'agendaItem'>;

const ICONS = { prayer: MoonStar, meal: UtensilsCrossed, pause: Coffee } as const;

export function useItemTitle(): (view: ItemView | undefined) => string {
  const { t } = useTranslation('room');
  const lang = useLang();
  return (view) => {
    const kind = (view?.record.kind ?? 'item') as ItemKind;
    const title = pick(view?.record.title, lang)?.value.text;
    return title ?? (kind === 'item' ? t('agenda.untitled') : t(`itemKind.${kind}`));
  };
}

/** The agenda as it goes: what was planned, what it took, and what the item in course is about. */
export const AgendaColumn = memo(function AgendaColumn({
  dossierId,
  state,
  items,
  act,
}: {
  readonly dossierId: string;
  readonly state: FloorState;
  readonly items: readonly ItemView[];
  readonly act: (act: FloorAct) => void;
}) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const title = useItemTitle();
  const isOpen = state.phase === 'open' || state.phase === 'suspended';
  const current = items.find(({ record }) => record.id === state.item);
  let number = 0;
  return (
    <div className="sitting-column" data-region>
      <Card title={t('agenda.title')}>
        {state.items.length === 0 ? (
          <p className="muted">{t('agenda.empty')}</p>
        ) : (
          <ol className="sitting-agenda">
            {state.items.map((item) => {
              const view = items.find(({ record }) => record.id === item.id);
              const kind = item.kind as ItemKind;
              if (kind === 'item') number += 1;
              const Icon = kind === 'item' ? undefined : ICONS[kind];
              const spent = minutesOf(item.spentMs);
              const over = minutesOf(item.spentMs - item.minutes * MINUTE);
              const isNow = item.state === 'now';
              return (
                <li
                  key={item.id}
                  className={`sitting-item ${item.state}`}
                  {...(isNow && { 'aria-current': 'step' })}
                >
                  <span className="sitting-item-mark num" aria-hidden="true">
                    {item.state === 'done' ? (
                      <Check size={13} strokeWidth={2.5} />
                    ) : Icon ? (
                      <Icon size={13} />
                    ) : (
                      format.count(number)
                    )}
                  </span>
                  <button
                    type="button"
                    className="sitting-item-go"
                    disabled={!isOpen || isNow}
                    onClick={() => act({ kind: 'item', item: item.id })}
                  >
                    <span className="sitting-item-title" aria-hidden={isOpen && !isNow}>
                      {title(view)}
                    </span>
                    {isOpen && !isNow && (
                      <span className="visually-hidden">{t('agenda.go', { title: title(view) })} </span>
                    )}
                    <span className="sitting-item-time">
                      {isNow && <b>{t('agenda.now')} · </b>}
                      {item.state === 'done' && <span className="visually-hidden">{t('agenda.done')} </span>}
                      {item.state === 'ahead'
                        ? t('agenda.planned', { count: item.minutes })
                        : t('agenda.spent', { count: item.minutes, spent })}
                      {over > 0 && item.minutes > 0 && (
                        <span className="sitting-late"> · {t('agenda.over', { count: over })}</span>
                      )}
                    </span>
                    {isNow && item.minutes > 0 && (
                      <span className="sitting-track" aria-hidden="true">
                        <span
                          className={over > 0 ? 'is-over' : undefined}
                          style={{
                            inlineSize: `${Math.min(100, (item.spentMs / (item.minutes * MINUTE)) * 100)}%`,
                          }}
                        />
                      </span>
                    )}
                  </button>
                </li>
              );
            })}
          </ol>
        )}
      </Card>
      {current && <OfItem dossierId={dossierId} item={current} />}
    </div>
  );
});

/** What the item is about, and the facilitator's own notes, which no room and no edition sees. */
const OfItem = memo(function OfItem({
  dossierId,
  item,
}: {
  readonly dossierId: string;
  readonly item: ItemView;
}) {
  const { t } = useTranslation('room');
  const { deficits = [], clauses = [], notes } = item.record;
  const hasNotes = Object.keys(notes ?? {}).length > 0;
  if (deficits.length + clauses.length === 0 && !hasNotes) return null;
  return (
    <Card>
      {deficits.length + clauses.length > 0 && (
        <>
          <h2 className="sitting-subhead">{t('agenda.linked')}</h2>
          <ul className="sitting-links">
            {deficits.map((id) => (
              <Linked key={id} dossierId={dossierId} type="deficit" id={id} />
            ))}
            {clauses.map((id) => (
              <Linked key={id} dossierId={dossierId} type="clause" id={id} />
            ))}
          </ul>
        </>
      )}
      {hasNotes && (
        <details className="sitting-notes">
          <summary>{t('agenda.notes')}</summary>
          <BestText texts={notes} />
        </details>
      )}
    </Card>
  );
});

function Linked({
  dossierId,
  type,
  id,
}: {
  readonly dossierId: string;
  readonly type: 'deficit' | 'clause';
  readonly id: string;
}) {
  const { data } = useCall('record.get', { dossier: dossierId, type, id }, { recordTypes: [type] });
  const record = data?.record as { number?: string; title?: object; body?: object } | undefined;
  if (!record) return null;
  return (
    <li>
      <bdi className="mono">{`${type === 'deficit' ? 'D' : 'C'}-${record.number ?? '···'}`}</bdi>{' '}
      {type === 'deficit' ? (
        <a href={paths.section(dossierId, 'deficits', id)}>
          <BestText texts={record.title as never} isBlock={false} />
        </a>
      ) : (
        <BestText texts={record.body as never} isBlock={false} className="clip-2" />
      )}
    </li>
  );
}

import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { type Lang, pick } from '../../../../shared/domain/languages.ts';
import { type Action, costLines } from '../../../../shared/domain/records/index.ts';
import { invoke } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState, Skeleton, useErrorText } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { announce, showToast } from '../../../ui/toasts.ts';
import { useCreate, useIsReadOnly } from '../../editing/index.ts';
import { SumOf, SumTables } from '../parts/Sums.tsx';
import { useActions } from '../queries.ts';
import { ActionDialog } from './ActionDialog.tsx';

const orderOf = ({ record }: RecordView<'action'>): number => record.order ?? 10_000;

/** Who does what, when and at what cost; a line is opened to be edited. */
export function Actions({ dossierId, strategy }: { readonly dossierId: string; readonly strategy: string }) {
  const { t } = useTranslation('strategies');
  const format = useFormat();
  const lang = useLang();
  const isReadOnly = useIsReadOnly();
  const errorText = useErrorText();
  const { views, error, refetch } = useActions(dossierId, strategy);
  const [opened, setOpened] = useState<string>();
  const actions = useMemo(() => [...(views ?? [])].sort((a, b) => orderOf(a) - orderOf(b)), [views]);
  const lines = useMemo(() => costLines(actions.map(({ record }) => record)), [actions]);
  const uncosted = actions.filter(({ record }) => Object.keys(record.cost ?? {}).length === 0).length;
  const openedView = actions.find(({ record }) => record.id === opened);
  const titleOf = (action: Action): string => pick(action.title, lang)?.value.text ?? t('action.untitled');

  /** Two neighbours change places; every other line keeps its own. */
  const move = async (at: number, by: 1 | -1): Promise<void> => {
    const a = actions[at];
    const b = actions[at + by];
    if (!a || !b) return;
    const places: readonly (readonly [RecordView<'action'>, number])[] = [
      [a, at + by + 1],
      [b, at + 1],
    ];
    try {
      for (const [view, order] of places)
        await invoke('record.edit', {
          dossier: dossierId,
          type: 'action',
          id: view.record.id,
          members: { order },
        });
      announce(t('action.moved', { name: titleOf(a.record), n: at + by + 1 }));
    } catch (failure) {
      showToast({ tone: 'bad', text: errorText(failure).what });
    }
  };

  return (
    <>
      <Card title={t('card.actions')} count={views && format.count(actions.length)}>
        {error && <ErrorState error={error} size="inline" onRetry={() => void refetch()} />}
        {!views && !error && <Skeleton lines={4} />}
        {views && actions.length === 0 && <p className="muted">{t('action.none')}</p>}
        {actions.length > 0 && (
          <table className="strategies-table strategies-actions">
            <caption className="visually-hidden">{t('card.actions')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('action.title')}</th>
                <th scope="col">{t('action.responsible')}</th>
                <th scope="col">{t('action.period')}</th>
                <th scope="col">{t('money.cost')}</th>
                <th scope="col">{t('money.gap')}</th>
                {!isReadOnly && (
                  <th scope="col">
                    <span className="visually-hidden">{t('action.order')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {actions.map(({ record, conflicts }, at) => {
                const own = costLines([record]);
                return (
                  <tr key={record.id}>
                    <th scope="row">
                      <button
                        type="button"
                        className="strategies-open"
                        aria-haspopup="dialog"
                        onClick={() => setOpened(record.id)}
                      >
                        {titleOf(record)}
                      </button>
                      {conflicts.length > 0 && <span className="strategies-conflict">{t('inConflict')}</span>}
                    </th>
                    <td>
                      {pick(record.responsible, lang)?.value.text ?? (
                        <span className="muted">{t('action.nobody')}</span>
                      )}
                    </td>
                    <td>
                      {record.start || record.end ? (
                        format.dateRange(record.start, record.end)
                      ) : (
                        <span className="muted">{t('action.noDates')}</span>
                      )}
                    </td>
                    <td>
                      <SumOf lines={own} of="cost" />
                    </td>
                    <td>
                      <SumOf lines={own} of="gap" />
                    </td>
                    {!isReadOnly && (
                      <td>
                        <div className="strategies-move">
                          <IconButton
                            size="s"
                            label={t('action.up', { name: titleOf(record) })}
                            icon={<ArrowUp size={14} aria-hidden />}
                            isDisabled={at === 0}
                            onPress={() => void move(at, -1)}
                          />
                          <IconButton
                            size="s"
                            label={t('action.down', { name: titleOf(record) })}
                            icon={<ArrowDown size={14} aria-hidden />}
                            isDisabled={at === actions.length - 1}
                            onPress={() => void move(at, 1)}
                          />
                        </div>
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        {!isReadOnly && views && (
          <AddAction
            dossierId={dossierId}
            strategy={strategy}
            order={actions.length + 1}
            onAdded={setOpened}
          />
        )}
      </Card>
      <Card title={t('card.money')}>
        <SumTables lines={lines} />
        {uncosted > 0 && <p className="strategies-note">{t('money.uncosted', { count: uncosted })}</p>}
      </Card>
      {openedView && (
        <ActionDialog
          dossierId={dossierId}
          view={openedView}
          currency={lines[0]?.currency}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}

/** A title and Enter make the next action; the rest is filled in where the line is opened. */
function AddAction({
  dossierId,
  strategy,
  order,
  onAdded,
}: {
  readonly dossierId: string;
  readonly strategy: string;
  readonly order: number;
  readonly onAdded: (id: string) => void;
}) {
  const { t } = useTranslation(['strategies', 'common']);
  const { languages } = useDossier();
  const reader = useLang();
  const lang: Lang = languages.includes(reader) ? reader : (languages[0] ?? reader);
  const { create, isPending } = useCreate(dossierId);
  const [title, setTitle] = useState('');
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (title.trim() === '' || isPending) return;
    const made = await create('action', {
      strategy,
      order,
      title: { [lang]: { text: title.trim(), status: 'original' } },
    });
    if (!made) return;
    setTitle('');
    onAdded(made.record.id);
  };
  return (
    <form className="strategies-add" onSubmit={(event) => void add(event)}>
      <TextField
        className="grow"
        label={t('action.new')}
        lang={lang}
        value={title}
        onChange={setTitle}
        maxLength={300}
      />
      <Button
        type="submit"
        icon={<Plus size={15} aria-hidden />}
        isDisabled={title.trim() === '' || isPending}
      >
        {t('common:add')}
      </Button>
    </form>
  );
}

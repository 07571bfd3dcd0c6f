import { PencilLine, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import type { EditableType } from '../../../../shared/domain/records/index.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { AsPasted, Conflicts } from '../../editing/index.ts';
import { NewRecordProvider, RecordProvider } from './record.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

export interface Answer<T extends EditableType> {
  readonly views: readonly RecordView<T>[] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** A list of records that hang on a deficit: each is read, edited in a drawer, or withdrawn with a reason. */
export function Items<T extends EditableType>({
  dossierId,
  type,
  answer,
  isReadOnly,
  initial,
  words,
  nameOf,
  read,
  form,
}: {
  readonly dossierId: string;
  readonly type: T;
  readonly answer: Answer<T>;
  readonly isReadOnly: boolean;
  /** What a new one has from the start, above all what it hangs on. */
  readonly initial: () => { readonly [name: string]: unknown };
  readonly words: { readonly add: string; readonly edit: string; readonly none: string };
  readonly nameOf: (record: RecordView<T>['record']) => string;
  readonly read: (view: RecordView<T>) => ReactNode;
  /** The fields; the view is undefined as long as nothing has been entered into a new one. */
  readonly form: (view: RecordView<T> | undefined) => ReactNode;
}) {
  const { t } = useTranslation(['deficits', 'common']);
  const [edited, setEdited] = useState<string | 'new'>();
  const [withdrawn, setWithdrawn] = useState<RecordView<T>>();
  const { views } = answer;
  const open = views?.find(({ record }) => record.id === edited);
  const close = (): void => setEdited(undefined);
  const done = (
    <Button variant="primary" onPress={close}>
      {t('common:done')}
    </Button>
  );
  if (answer.error)
    return <ErrorState error={answer.error} size="inline" onRetry={() => void answer.refetch()} />;
  if (!views) return <Skeleton lines={3} />;
  return (
    <>
      <ul className="deficits-items">
        {views.map((view) => (
          <li key={view.record.id}>
            <div>
              {read(view)}
              <AsPasted of={view.record} />
            </div>
            {!isReadOnly && (
              <div className="deficits-item-actions">
                <IconButton
                  size="s"
                  label={t('items.editOf', { name: nameOf(view.record) })}
                  icon={<PencilLine size={14} aria-hidden />}
                  onPress={() => setEdited(view.record.id)}
                />
                <IconButton
                  size="s"
                  label={t('items.withdrawOf', { name: nameOf(view.record) })}
                  icon={<Trash2 size={14} aria-hidden />}
                  onPress={() => setWithdrawn(view)}
                />
              </div>
            )}
          </li>
        ))}
        {views.length === 0 && <li className="muted">{words.none}</li>}
      </ul>
      {!isReadOnly && (
        <Button icon={<Plus size={15} aria-hidden />} onPress={() => setEdited('new')}>
          {words.add}
        </Button>
      )}
      {edited === 'new' && (
        <NewRecordProvider dossierId={dossierId} type={type} initial={initial()}>
          {(view) => (
            <Dialog title={words.add} isOpen onClose={close} size="m" footer={done}>
              <div className="form">
                {form(view as RecordView<T> | undefined)}
                <AsPasted of={view?.record} />
              </div>
            </Dialog>
          )}
        </NewRecordProvider>
      )}
      {open && (
        <RecordProvider dossierId={dossierId} type={type} view={open} isReadOnly={isReadOnly}>
          <Dialog title={words.edit} isOpen onClose={close} size="m" footer={done}>
            <div className="form">
              <Conflicts />
              {form(open)}
              <AsPasted of={open.record} />
            </div>
          </Dialog>
        </RecordProvider>
      )}
      {withdrawn && (
        <WithdrawDialog
          dossierId={dossierId}
          type={type}
          id={withdrawn.record.id}
          name={nameOf(withdrawn.record)}
          onClose={() => setWithdrawn(undefined)}
        />
      )}
    </>
  );
}

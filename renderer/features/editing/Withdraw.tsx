import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { invoke, useMutate } from '../../app/calls.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorState, useErrorText } from '../../ui/states.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';

/** Moves a record to the bin, from which everything comes back; the reason is kept with it. */
export function WithdrawButton({
  dossierId,
  type,
  id,
  name,
  note,
  onDone,
}: {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly id: string;
  /** What people call the record. */
  readonly name: string;
  readonly note?: ReactNode;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('editing');
  const errorText = useErrorText();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useMutate('record.withdraw');
  const confirm = (): void =>
    withdraw.mutate(
      { dossier: dossierId, type, id, ...(reason.trim() && { reason: reason.trim() }) },
      {
        onSuccess: () => {
          setOpen(false);
          onDone();
          showToast({
            tone: 'neutral',
            text: t('withdrawn', { name }),
            action: {
              label: t('takeBack'),
              run: () => {
                invoke('record.restore', { dossier: dossierId, type, id }).catch((failure: unknown) =>
                  showToast({ tone: 'bad', text: errorText(failure).what }),
                );
              },
            },
          });
        },
      },
    );
  return (
    <>
      <Button
        variant="quiet"
        icon={<Trash2 size={15} aria-hidden />}
        aria-label={t('withdrawOf', { name })}
        onPress={() => setOpen(true)}
      >
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        title={t('withdrawTitle', { name })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={confirm}
        confirmLabel={t('withdraw')}
        isPending={withdraw.isPending}
      >
        <div className="stack">
          <p>{t('withdrawText')}</p>
          {note}
          <TextArea
            label={t('withdrawReason')}
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={setReason}
          />
          {withdraw.error && <ErrorState error={withdraw.error} size="inline" />}
        </div>
      </ConfirmDialog>
    </>
  );
}

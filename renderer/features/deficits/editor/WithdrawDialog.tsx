import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableType } from '../../../../shared/domain/records/index.ts';
import { invoke, useMutate } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { announce, showToast } from '../../../ui/toasts.ts';

/** Takes a record out of the register with the reason; it stays in the bin, whole, until somebody restores it. */
export function WithdrawDialog({
  dossierId,
  type,
  id,
  name,
  onClose,
  onDone,
}: {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}) {
  const { t } = useTranslation(['deficits', 'common']);
  const withdraw = useMutate('record.withdraw');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const lacksReason = reason.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (lacksReason) {
      announce(t('withdraw.reasonRequired'), 'assertive');
      return;
    }
    withdraw.mutate(
      { dossier: dossierId, type, id, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast({
            text: t('withdraw.done', { name }),
            action: {
              label: t('withdraw.restore'),
              run: () => void invoke('record.restore', { dossier: dossierId, type, id }),
            },
          });
          onClose();
          onDone?.();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('withdraw.title')}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="danger" isPending={withdraw.isPending} onPress={submit}>
            {t('withdraw.confirm')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t('withdraw.text', { name })}</p>
        <TextArea
          label={t('withdraw.reason')}
          isRequired
          autoFocus
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={isTried && lacksReason ? t('withdraw.reasonRequired') : undefined}
        />
        {withdraw.error && <ErrorState error={withdraw.error} size="inline" />}
      </div>
    </Dialog>
  );
}

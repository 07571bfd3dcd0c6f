import { useTranslation } from 'react-i18next';
import type { EditableType } from '../../../../shared/domain/records/index.ts';
import { invoke, useMutate } from '../../../app/calls.ts';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { showToast } from '../../../ui/toasts.ts';

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
  const { t } = useTranslation('deficits');
  const withdraw = useMutate('record.withdraw');
  const confirm = (reason: string): void =>
    withdraw.mutate(
      { dossier: dossierId, type, id, reason },
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
  return (
    <ReasonDialog
      title={t('withdraw.title')}
      label={t('withdraw.reason')}
      missing={t('withdraw.reasonRequired')}
      confirmLabel={t('withdraw.confirm')}
      isDangerous
      isPending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('withdraw.text', { name })}</p>
    </ReasonDialog>
  );
}

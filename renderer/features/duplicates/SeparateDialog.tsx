import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutate } from '../../app/calls.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { announce, showToast } from '../../ui/toasts.ts';
import { undoAction } from './undo-action.ts';

/** Takes a joined deficit apart again, however long ago it was joined. */
export function SeparateDialog({
  dossierId,
  id,
  onClose,
}: {
  readonly dossierId: string;
  readonly id: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['duplicates', 'common']);
  const separate = useMutate('duplicates.separate');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const lacksReason = reason.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (lacksReason) {
      announce(t('separate.needsReason'), 'assertive');
      return;
    }
    separate.mutate(
      { dossier: dossierId, id, reason },
      {
        onSuccess: async ({ restored, contested }) => {
          const left = contested.length > 0 ? ` ${t('separate.contested', { count: contested.length })}` : '';
          showToast({
            tone: 'ok',
            text: `${t('separate.done', { count: restored.length })}${left}`,
            action: await undoAction(dossierId, { label: t('undo'), gone: t('undoGone') }),
          });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('separate.title')}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isPending={separate.isPending} onPress={submit}>
            {t('separate.confirm')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t('separate.text')}</p>
        <TextArea
          label={t('separate.reason')}
          isRequired
          autoFocus
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={isTried && lacksReason ? t('separate.needsReason') : undefined}
        />
        {separate.error && <ErrorState error={separate.error} size="inline" />}
      </div>
    </Dialog>
  );
}

import { UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutate } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useIsReadOnly } from '../../editing/index.ts';

/** Erases a person's name at that person's request: the one thing in a dossier that can be lost for good. */
export function EraseName({ dossierId, id }: { readonly dossierId: string; readonly id: string }) {
  const { t } = useTranslation(['participants', 'common']);
  const isReadOnly = useIsReadOnly();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const erase = useMutate('record.erase');
  const close = (): void => {
    setOpen(false);
    setReason('');
    setTried(false);
    erase.reset();
  };
  const confirm = (): void => {
    setTried(true);
    if (reason.trim() === '') return;
    erase.mutate(
      { dossier: dossierId, type: 'participant', id, fields: ['name'], reason: reason.trim() },
      {
        onSuccess: () => {
          close();
          showToast({ tone: 'ok', text: t('erase.done') });
        },
      },
    );
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={<UserX size={15} aria-hidden />}
        isDisabled={isReadOnly}
        onPress={() => setOpen(true)}
      >
        {t('erase.open')}
      </Button>
      <Dialog
        title={t('erase.title')}
        role="alertdialog"
        isOpen={isOpen}
        onClose={close}
        isDismissable={false}
        footer={
          <>
            <Button onPress={close}>{t('common:cancel')}</Button>
            <Button variant="danger" isPending={erase.isPending} onPress={confirm}>
              {t('erase.confirm')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>{t('erase.what')}</p>
          <ul className="participants-erase">
            <li>{t('erase.where')}</li>
            <li>{t('erase.stays')}</li>
            <li>{t('erase.beyond')}</li>
            <li>{t('erase.never')}</li>
          </ul>
          <TextArea
            label={t('erase.reason')}
            description={t('erase.reasonHelp')}
            isRequired
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={setReason}
            error={isTried && reason.trim() === '' ? t('erase.reasonNeeded') : undefined}
          />
          {erase.error && <ErrorState error={erase.error} size="inline" />}
        </div>
      </Dialog>
    </>
  );
}

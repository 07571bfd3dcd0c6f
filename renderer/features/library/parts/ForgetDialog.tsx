import { useTranslation } from 'react-i18next';
import { useMutate } from '../../../app/calls.ts';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useForgetAnswers } from '../useOpening.ts';

/** Takes a dossier off the list. Nothing on the disk is touched. */
export function ForgetDialog({
  dossier,
  name,
  onClose,
}: {
  readonly dossier: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('library');
  const forget = useMutate('library.forget');
  const forgetAnswers = useForgetAnswers();
  return (
    <ConfirmDialog
      title={t('forget.title', { name })}
      isOpen
      onClose={onClose}
      confirmLabel={t('menu.forget')}
      isPending={forget.isPending}
      onConfirm={() =>
        forget.mutate(
          { dossier },
          {
            onSuccess: () => {
              forgetAnswers(dossier);
              announce(t('forget.done', { name }));
              onClose();
            },
          },
        )
      }
    >
      <p className="prose">{t('forget.text')}</p>
      {forget.error && <ErrorState error={forget.error} size="inline" />}
    </ConfirmDialog>
  );
}

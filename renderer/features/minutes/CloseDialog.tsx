import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useMutate } from '../../app/calls.ts';
import { navigate, paths } from '../../app/router.ts';
import { RadioGroup } from '../../ui/Choice.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';

/** Closes a session and leads to its minutes. A session left open may be closed at its last act. */
export const CloseDialog = memo(function CloseDialog({
  dossierId,
  sessionId,
  isOpen,
  onClose,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('minutes');
  const ref = { dossier: dossierId, session: sessionId };
  const floor = useCall('floor.state', ref, { enabled: isOpen });
  const close = useMutate('session.close');
  const [chosen, setChosen] = useState<'now' | 'last-act'>();
  const isLeftOpen = floor.data?.notices.some(({ kind }) => kind === 'left-open') ?? false;
  const at = chosen ?? (isLeftOpen ? 'last-act' : 'now');
  return (
    <ConfirmDialog
      title={t('close.title')}
      isOpen={isOpen}
      onClose={onClose}
      confirmLabel={t('close.action')}
      isPending={close.isPending}
      onConfirm={() =>
        close.mutate(
          { ...ref, at },
          {
            onSuccess: () => {
              onClose();
              navigate(paths.section(dossierId, 'sessions', sessionId, { view: 'minutes' }));
            },
          },
        )
      }
    >
      <p>{t('close.text')}</p>
      {isLeftOpen && (
        <RadioGroup
          label={t('close.when')}
          options={[
            { id: 'last-act', label: t('close.lastAct') },
            { id: 'now', label: t('close.now') },
          ]}
          value={at}
          onChange={setChosen}
        />
      )}
      {close.error && <ErrorState error={close.error} size="inline" />}
    </ConfirmDialog>
  );
});

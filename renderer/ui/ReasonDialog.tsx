import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ErrorState } from './states.tsx';
import { TextArea } from './TextField.tsx';
import { announce } from './toasts.ts';

/** Asks for the reason of what cannot be done without one, and says so where it is missing. */
export function ReasonDialog({
  title,
  label,
  description,
  missing,
  confirmLabel,
  isDangerous = false,
  isPending,
  error,
  onConfirm,
  onClose,
  children,
}: {
  readonly title: string;
  readonly label: string;
  readonly description?: string;
  /** Said where there is no reason. */
  readonly missing: string;
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  /** What will be done. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const lacksReason = reason.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (lacksReason) announce(missing, 'assertive');
    else onConfirm(reason.trim());
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button variant={isDangerous ? 'danger' : 'primary'} isPending={isPending} onPress={submit}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="form">
        {children}
        <TextArea
          label={label}
          description={description}
          isRequired
          autoFocus
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={isTried && lacksReason ? missing : undefined}
        />
        {error ? <ErrorState error={error} size="inline" /> : null}
      </div>
    </Dialog>
  );
}

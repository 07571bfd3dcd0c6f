import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, the cross and a press outside all close. */
  readonly onClose: () => void;
  readonly size?: 's' | 'm' | 'l';
  /** 'drawer' slides in at the end side and takes the whole height. */
  readonly shape?: 'box' | 'drawer';
  readonly footer?: ReactNode;
  readonly isDismissable?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

export function Dialog({
  title,
  isOpen,
  onClose,
  size = 'm',
  shape = 'box',
  footer,
  isDismissable = true,
  role = 'dialog',
  children,
}: DialogProps) {
  const { t } = useTranslation('ui');
  return (
    <ModalOverlay
      className={classes('overlay', shape)}
      isOpen={isOpen}
      isDismissable={isDismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classes('modal', shape, size)}>
        <AriaDialog className="dialog" role={role}>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <IconButton label={t('dialog.close')} icon={<X size={16} aria-hidden />} onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {footer && <div className="dialog-foot">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before a step that others would notice. The safe way out has the focus first. */
export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  onConfirm,
  confirmLabel,
  isDangerous,
  isPending,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  readonly isPending?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  return (
    <Dialog
      role="alertdialog"
      size="s"
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {t('dialog.cancel')}
          </Button>
          <Button
            variant={isDangerous ? 'danger' : 'primary'}
            isPending={isPending ?? false}
            onPress={onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

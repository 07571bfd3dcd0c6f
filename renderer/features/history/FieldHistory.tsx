import { History } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { letterOf } from '../../app/keyboard/keys.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { useFieldLabel } from './words.ts';

interface FieldOf {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly id: string;
  /** A member (`title`) or one flat field of it (`severity.G`). */
  readonly field: string;
}

/**
 * A field with its own history at hand: the button beside its label, or Alt H while one is in it. The button is no
 * stop of the Tab key, since there are many fields to pass; the key and the record's history lead to the same.
 */
export function WithHistory({
  children,
  hasButton = true,
  ...of
}: FieldOf & { readonly hasButton?: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation('history');
  const fieldLabel = useFieldLabel();
  const [isOpen, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey || letterOf(event) !== 'h') return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears a key that the field within leaves alone
    <div className="history-of-field" onKeyDown={onKeyDown}>
      {children}
      {hasButton && (
        <IconButton
          size="s"
          className="history-button"
          label={t('historyOf', { field: fieldLabel(of.field) })}
          keyHint="Alt H"
          icon={<History size={13} aria-hidden />}
          excludeFromTabOrder
          onPress={() => setOpen(true)}
        />
      )}
      {isOpen && (
        <Dialog title={t('historyOf', { field: fieldLabel(of.field) })} isOpen onClose={() => setOpen(false)}>
          <RecordHistory {...of} />
        </Dialog>
      )}
    </div>
  );
}

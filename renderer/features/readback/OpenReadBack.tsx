import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/states.tsx';
import { useReadBack } from './queries.ts';
import { ReadBackDialog } from './ReadBackDialog.tsx';

/** Says that a read-back of this session is open, and goes on with it; nothing where none is. */
export const OpenReadBack = memo(function OpenReadBack({
  dossierId,
  sessionId,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
}): ReactNode {
  const { t } = useTranslation('readback');
  const { state } = useReadBack(dossierId, sessionId);
  const [isOpen, setOpen] = useState(false);
  // Opened here, the dialog stays until it is closed: its last act ends the read-back.
  if (!state.data && !isOpen) return null;
  return (
    <>
      {state.data && (
        <Notice tone="accent" action={<Button onPress={() => setOpen(true)}>{t('goOn')}</Button>}>
          {t('stillOpen', { number: state.data.clause.record.number ?? '' })}
        </Notice>
      )}
      {isOpen && (
        <ReadBackDialog
          dossierId={dossierId}
          sessionId={sessionId}
          clause={undefined}
          point={undefined}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
});

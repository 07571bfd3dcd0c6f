import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CauseRow, CauseTree } from '../../../../shared/domain/causes/types.ts';
import { useMutate } from '../../../app/calls.ts';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useCauseName } from './Outline.tsx';

/** Asks before a cause goes to the bin, and says what becomes of what lies under it. */
export function WithdrawCause({
  dossierId,
  tree,
  row,
  onClose,
}: {
  readonly dossierId: string;
  readonly tree: CauseTree;
  readonly row: CauseRow;
  readonly onClose: (done: boolean) => void;
}) {
  const { t } = useTranslation(['causes', 'editing']);
  const name = useCauseName()(row);
  const [reason, setReason] = useState('');
  const withdraw = useMutate('causes.withdraw');
  const inner = tree.rows.filter(({ parent }) => parent === row.id).length;
  return (
    <ConfirmDialog
      title={t('editing:withdrawTitle', { name })}
      isOpen
      onClose={() => onClose(false)}
      onConfirm={() =>
        withdraw.mutate(
          { dossier: dossierId, id: row.id, ...(reason.trim() && { reason: reason.trim() }) },
          {
            onSuccess: () => {
              showToast({ tone: 'neutral', text: t('editing:withdrawn', { name }) });
              onClose(true);
            },
          },
        )
      }
      confirmLabel={t('editing:withdraw')}
      isPending={withdraw.isPending}
    >
      <div className="stack">
        <p>{t('editing:withdrawText')}</p>
        {inner > 0 && <p>{t('lifts', { count: inner })}</p>}
        <TextArea
          label={t('editing:withdrawReason')}
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={setReason}
        />
        {withdraw.error && <ErrorState error={withdraw.error} size="inline" />}
      </div>
    </ConfirmDialog>
  );
}

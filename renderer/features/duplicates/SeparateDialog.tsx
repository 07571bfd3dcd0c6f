import { useTranslation } from 'react-i18next';
import { STAYING, type Stays } from '../../../shared/domain/duplicates/stays.ts';
import { useMutate } from '../../app/calls.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { Notice } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.ts';
import { undoAction } from './undo-action.ts';

/** Takes a joined deficit apart again, however long ago it was joined. What was given to it since is told by kind. */
export function SeparateDialog({
  dossierId,
  id,
  stays,
  onClose,
}: {
  readonly dossierId: string;
  readonly id: string;
  readonly stays: Stays;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('duplicates');
  const separate = useMutate('duplicates.separate');
  const told = useStays();
  const confirm = (reason: string): void =>
    separate.mutate(
      { dossier: dossierId, id, reason },
      {
        onSuccess: async (answer) => {
          const { restored, contested } = answer;
          const left = [
            t('separate.done', { count: restored.length }),
            ...(contested.length > 0 ? [t('separate.contested', { count: contested.length })] : []),
            ...(Object.keys(answer.stays).length > 0
              ? [t('separate.stayed', { what: told(answer.stays) })]
              : []),
          ];
          showToast({
            tone: 'ok',
            text: left.join(' '),
            action: await undoAction(dossierId, { label: t('undo'), gone: t('undoGone') }),
          });
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('separate.title')}
      label={t('separate.reason')}
      missing={t('separate.needsReason')}
      confirmLabel={t('separate.confirm')}
      isPending={separate.isPending}
      error={separate.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('separate.text')}</p>
      <Notice tone={Object.keys(stays).length > 0 ? 'warn' : 'neutral'}>
        {Object.keys(stays).length > 0
          ? t('separate.stays', { what: told(stays) })
          : t('separate.staysNothing')}
      </Notice>
    </ReasonDialog>
  );
}

/** "Positions: 2, evidence: 1". */
function useStays(): (stays: Stays) => string {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  return (stays) =>
    format.list(
      STAYING.flatMap((kind) => {
        const count = stays[kind];
        return count
          ? [t('separate.item', { what: t(`separate.kind.${kind}`), count: format.count(count) })]
          : [];
      }),
    );
}

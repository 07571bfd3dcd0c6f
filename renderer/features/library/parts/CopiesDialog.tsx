import { ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useMutate } from '../../../app/calls.ts';
import { navigate, paths } from '../../../app/router.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useForgetAnswers } from '../useOpening.ts';

/** The verified copies of a dossier; one of them can take the place of the file, which is kept under another name. */
export function CopiesDialog({
  dossier,
  name,
  onClose,
}: {
  readonly dossier: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormat();
  const { data, error, refetch } = useCall('library.copies', { dossier });
  const restore = useMutate('library.restore');
  const forgetAnswers = useForgetAnswers();
  const [picked, setPicked] = useState<string>();
  const chosen = picked ?? data?.[0]?.copyId;
  const run = (copyId: string): void =>
    restore.mutate(
      { dossier, copyId },
      {
        onSuccess: (info) => {
          forgetAnswers(dossier);
          onClose();
          navigate(paths.section(info.dossier, 'overview'));
          showToast({ tone: 'ok', text: t('copies.restored') });
        },
      },
    );
  return (
    <Dialog
      title={t('copies.title', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            icon={<ArchiveRestore size={15} aria-hidden />}
            isDisabled={!chosen}
            isPending={restore.isPending}
            onPress={() => chosen && run(chosen)}
          >
            {t('copies.restore')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {error && <ErrorState error={error} size="inline" onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={4} />}
        {data?.length === 0 && <EmptyState title={t('copies.none')}>{t('copies.noneText')}</EmptyState>}
        {data && data.length > 0 && (
          <>
            <p className="prose">{t('copies.what')}</p>
            <RadioGroup
              label={t('copies.choose')}
              layout="cards"
              className="library-copies"
              options={data.map((copy) => ({
                id: copy.copyId,
                label: format.dateTime(copy.madeAt),
                hint: t('copies.facts', {
                  when: format.relative(copy.madeAt),
                  size: format.bytes(copy.size),
                  version: `\u2066${copy.versionId.slice(0, 8)}\u2069`,
                }),
              }))}
              value={chosen}
              onChange={setPicked}
            />
            <Notice tone="accent" icon={<ArchiveRestore size={16} aria-hidden />}>
              {t('copies.kept')}
            </Notice>
          </>
        )}
        {restore.error && <ErrorState error={restore.error} size="inline" />}
      </div>
    </Dialog>
  );
}

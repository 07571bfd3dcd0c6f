import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { invoke } from '../../../app/calls.ts';
import { paths } from '../../../app/router.ts';
import { pickFile } from '../../../platform/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState, Notice, ProgressBar } from '../../../ui/states.tsx';
import { useReady } from '../useReady.ts';
import { ReadinessNote } from './Readiness.tsx';

type Merged = Output<'library.merge'>;

/** Brings in what another copy of the same dossier holds. Nothing of either side is lost. */
export function MergeDialog({
  dossier,
  name,
  onClose,
}: {
  readonly dossier: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['library', 'common']);
  const readiness = useReady(dossier);
  const [isMerging, setMerging] = useState(false);
  const [merged, setMerged] = useState<Merged>();
  const [error, setError] = useState<unknown>();
  const merge = async (): Promise<void> => {
    setError(undefined);
    setMerged(undefined);
    try {
      const file = await pickFile('dossier');
      if (!file) return;
      setMerging(true);
      setMerged(await invoke('library.merge', { dossier, uploadId: file.uploadId }));
    } catch (failure) {
      setError(failure);
    } finally {
      setMerging(false);
    }
  };
  return (
    <Dialog
      title={t('merge.title', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{merged ? t('common:close') : t('common:cancel')}</Button>
          <Button
            variant={merged ? 'default' : 'primary'}
            icon={<GitMerge size={15} aria-hidden />}
            isDisabled={readiness.state !== 'ready'}
            isPending={isMerging}
            onPress={() => void merge()}
          >
            {merged ? t('merge.another') : t('merge.choose')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="prose">{t('merge.what')}</p>
        <ReadinessNote readiness={readiness} />
        {isMerging && <ProgressBar label={t('merge.running')} />}
        {merged && <Outcome dossier={dossier} merged={merged} />}
        {error !== undefined && <ErrorState error={error} size="inline" />}
      </div>
    </Dialog>
  );
}

function Outcome({ dossier, merged }: { readonly dossier: string; readonly merged: Merged }) {
  const { t } = useTranslation('library');
  const isQuiet = merged.conflicts === 0 && merged.gaps === 0;
  return (
    <Notice tone={isQuiet ? 'ok' : 'warn'} icon={<GitMerge size={16} aria-hidden />}>
      <p role="status">
        {t('merge.added', { count: merged.added })} {t('merge.known', { count: merged.known })}
      </p>
      {merged.conflicts > 0 && (
        <p>
          {t('merge.conflicts', { count: merged.conflicts })}{' '}
          <a href={paths.section(dossier, 'history')}>{t('merge.toConflicts')}</a>
        </p>
      )}
      {merged.gaps > 0 && <p>{t('merge.gaps', { count: merged.gaps })}</p>}
    </Notice>
  );
}

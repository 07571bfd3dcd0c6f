import { HardDriveUpload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invoke } from '../../../app/calls.ts';
import { saveDownload } from '../../../platform/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import { useReady } from '../useReady.ts';
import { ReadinessNote } from './Readiness.tsx';

/** A copy for another table or another office, to be merged back later. */
export function HandOverDialog({
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
  const [state, setState] = useState<'idle' | 'making' | 'saved'>('idle');
  const [error, setError] = useState<unknown>();
  const make = async (): Promise<void> => {
    setState('making');
    setError(undefined);
    try {
      const isSaved = await saveDownload(await invoke('library.handOver', { dossier }));
      setState(isSaved ? 'saved' : 'idle');
    } catch (failure) {
      setError(failure);
      setState('idle');
    }
  };
  return (
    <Dialog
      title={t('handOver.title', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{state === 'saved' ? t('common:close') : t('common:cancel')}</Button>
          <Button
            variant="primary"
            icon={<HardDriveUpload size={15} aria-hidden />}
            isDisabled={readiness.state !== 'ready'}
            isPending={state === 'making'}
            onPress={() => void make()}
          >
            {t('handOver.make')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="prose">{t('handOver.what')}</p>
        <ul className="library-points">
          <li>{t('handOver.holds')}</li>
          <li>{t('handOver.letter')}</li>
          <li>{t('handOver.back')}</li>
        </ul>
        <Notice tone="warn">{t('handOver.names')}</Notice>
        <ReadinessNote readiness={readiness} />
        {state === 'saved' && <Notice tone="ok">{t('handOver.saved')}</Notice>}
        {error !== undefined && <ErrorState error={error} size="inline" />}
      </div>
    </Dialog>
  );
}

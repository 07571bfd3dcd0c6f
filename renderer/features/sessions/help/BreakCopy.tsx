import { HardDriveDownload } from 'lucide-react';
import { memo, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invoke } from '../../../app/calls.ts';
import { saveDownload } from '../../../platform/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import '../sessions.css';

/** Offers a copy on a second medium at every break. */
export const BreakCopy = memo(function BreakCopy({
  dossierId,
  isBreak,
}: {
  readonly dossierId: string;
  readonly isBreak: boolean;
}): ReactNode {
  const { t } = useTranslation('sessions');
  const [state, setState] = useState<'offered' | 'making' | 'saved' | 'declined'>('offered');
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    // Each break offers anew.
    if (isBreak) return;
    setState('offered');
    setFailure(undefined);
  }, [isBreak]);
  if (!isBreak || state === 'declined') return null;
  if (state === 'saved') return <Notice tone="ok">{t('help.copySaved')}</Notice>;
  const make = async (): Promise<void> => {
    setState('making');
    setFailure(undefined);
    try {
      const isSaved = await saveDownload(await invoke('library.handOver', { dossier: dossierId }));
      setState(isSaved ? 'saved' : 'offered');
    } catch (thrown) {
      setFailure(thrown);
      setState('offered');
    }
  };
  return (
    <>
      <Notice
        icon={<HardDriveDownload size={18} aria-hidden />}
        action={
          <span className="row">
            <Button isPending={state === 'making'} onPress={() => void make()}>
              {t('help.copy')}
            </Button>
            <Button variant="quiet" onPress={() => setState('declined')}>
              {t('help.notNow')}
            </Button>
          </span>
        }
      >
        {t('help.copyText')}
      </Notice>
      {failure !== undefined && <ErrorState error={failure} size="inline" />}
    </>
  );
});

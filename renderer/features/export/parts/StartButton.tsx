import { PackageCheck, ShieldAlert, ShieldEllipsis } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, JobStatus } from '../../../../shared/contract/index.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState, Notice, ProgressBar } from '../../../ui/states.tsx';
import { startExport } from '../jobs.ts';
import { Files } from './Files.tsx';

/** Starts the export, or says why it cannot start; below it, how the last one ended. */
export function StartButton({
  request,
  job,
}: {
  readonly request: Input<'export.start'>;
  readonly job: JobStatus | undefined;
}) {
  const { t } = useTranslation('export');
  const { verification, readOnly } = useDossier();
  const [isStarting, setStarting] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const button = useRef<HTMLButtonElement>(null);
  const hasStopped = job?.state === 'cancelled' || job?.state === 'failed';
  useEffect(() => {
    if (hasStopped && document.activeElement === document.body) button.current?.focus();
  }, [hasStopped]);
  const isDamaged = verification === 'failed' || readOnly === 'damaged';
  const isChosen = request.languages.length > 0 && request.formats.length > 0;
  const start = async (): Promise<void> => {
    setStarting(true);
    setRefusal(undefined);
    try {
      await startExport(request);
    } catch (failure) {
      setRefusal(failure);
    } finally {
      setStarting(false);
    }
  };
  return (
    <>
      {verification === 'pending' && (
        <Notice tone="accent" icon={<ShieldEllipsis size={16} aria-hidden />}>
          <ProgressBar label={t('wait.checking')} />
        </Notice>
      )}
      {isDamaged && (
        <Notice tone="bad" icon={<ShieldAlert size={16} aria-hidden />}>
          {t('wait.damaged')}
        </Notice>
      )}
      <Button
        ref={button}
        variant="primary"
        size="l"
        icon={<PackageCheck size={17} aria-hidden />}
        isDisabled={!isChosen || verification !== 'ok' || isDamaged}
        isPending={isStarting}
        onPress={() => void start()}
      >
        {t('start')}
      </Button>
      {!isChosen && <p className="muted">{t('wait.choose')}</p>}
      {refusal !== undefined && <ErrorState error={refusal} size="inline" />}
      {job?.state === 'failed' && <ErrorState error={job.error} size="inline" />}
      {job?.state === 'cancelled' && <Notice>{t('cancelled')}</Notice>}
      {job?.state === 'done' && <Files files={job.files} />}
    </>
  );
}

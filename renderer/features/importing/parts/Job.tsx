import { CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invoke, useCall } from '../../../app/calls.ts';
import { paths } from '../../../app/router.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState, Notice, ProgressBar, Skeleton } from '../../../ui/states.tsx';

/** The import under way and how it ended; it may be cancelled, and taken back in one step once it is done. */
export function Job({
  dossierId,
  jobId,
  onAgain,
}: {
  readonly dossierId: string;
  readonly jobId: string;
  readonly onAgain: () => void;
}) {
  const { t } = useTranslation(['importing', 'common']);
  const status = useCall('export.status', { jobId });
  const job = status.data;
  const [isCancelling, setCancelling] = useState(false);
  const [isUndone, setUndone] = useState(false);
  const [error, setError] = useState<unknown>();
  const end = useRef<HTMLHeadingElement>(null);
  const hasEnded = job !== undefined && job.state !== 'running';
  useEffect(() => {
    if (hasEnded) end.current?.focus();
  }, [hasEnded]);
  if (status.error) return <ErrorState error={status.error} onRetry={onAgain} />;
  if (!job) return <Skeleton lines={3} />;
  if (job.state === 'running')
    return (
      <Card>
        <div className="importing-running">
          <ProgressBar label={t('running.label')} value={job.done} max={Math.max(1, job.total)} />
          <p className="muted">{t('running.note')}</p>
          <Button
            autoFocus
            isPending={isCancelling}
            onPress={() => {
              setCancelling(true);
              invoke('export.cancel', { jobId }).catch(() => setCancelling(false));
            }}
          >
            {t('common:cancel')}
          </Button>
        </div>
      </Card>
    );
  const undo = async (): Promise<void> => {
    try {
      await invoke('undo.undo', { dossier: dossierId });
      setUndone(true);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Card>
      <div className="importing-running">
        {job.state === 'done' && (
          <>
            <h2 ref={end} tabIndex={-1} className="importing-done">
              <CircleCheck size={18} aria-hidden /> {t('done', { count: job.total })}
            </h2>
            {isUndone ? <p role="status">{t('undone')}</p> : <p className="muted">{t('oneStep')}</p>}
            <div className="row">
              <a className="button primary" href={paths.section(dossierId, 'deficits')}>
                {t('toRegister')}
              </a>
              {!isUndone && <UndoButton dossierId={dossierId} label={t('doneUndo')} onUndo={undo} />}
              <Button onPress={onAgain}>{t('choose.another')}</Button>
            </div>
          </>
        )}
        {job.state === 'cancelled' && (
          <>
            <Notice>
              <h2 ref={end} tabIndex={-1} className="importing-done">
                {t('cancelled')}
              </h2>
            </Notice>
            <Button onPress={onAgain}>{t('choose.another')}</Button>
          </>
        )}
        {job.state === 'failed' && <ErrorState error={job.error} onRetry={onAgain} />}
        {error !== undefined && <ErrorState error={error} size="inline" />}
      </div>
    </Card>
  );
}

/** Only while the import is the last step of this person: undoing would take back another one otherwise. */
function UndoButton({
  dossierId,
  label,
  onUndo,
}: {
  readonly dossierId: string;
  readonly label: string;
  readonly onUndo: () => Promise<void>;
}) {
  const state = useCall('undo.state', { dossier: dossierId });
  const [isUndoing, setUndoing] = useState(false);
  if (state.data?.undo?.kind !== 'import') return null;
  return (
    <Button
      isPending={isUndoing}
      onPress={() => {
        setUndoing(true);
        void onUndo().finally(() => setUndoing(false));
      }}
    >
      {label}
    </Button>
  );
}
